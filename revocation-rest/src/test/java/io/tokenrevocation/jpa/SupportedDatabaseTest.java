package io.tokenrevocation.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tokenrevocation.StoreUnavailableException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.util.Map;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.ds.PGSimpleDataSource;

class SupportedDatabaseTest {

  @TempDir private static Path folder;

  @Nested
  class OfH2 {

    @Test
    void acceptsOneThatWritesBeforeItAnswers() {
      var found = SupportedDatabase.check(file("durable;WRITE_DELAY=0"));
      assertThat(found.product()).isEqualTo(Product.H2);
      assertThat(found).asString().startsWith("H2 2.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"default", "delayed;WRITE_DELAY=1", "delayed-more;WRITE_DELAY=500"})
    void refusesOneThatDelaysWritesAndSaysWhatToAdd(String name) {
      assertThatIllegalStateException()
          .isThrownBy(() -> SupportedDatabase.check(file(name)))
          .withMessageContaining(";WRITE_DELAY=0");
    }

    @ParameterizedTest
    @CsvSource({"2, 1, 2.1.214", "1, 4, 1.4.200"})
    void refusesAnOldOne(int major, int minor, String version) {
      var metaData =
          answering(
              DatabaseMetaData.class,
              Map.of(
                  "getDatabaseProductName", "H2",
                  "getDatabaseProductVersion", version,
                  "getDatabaseMajorVersion", major,
                  "getDatabaseMinorVersion", minor));
      assertThatIllegalStateException()
          .isThrownBy(() -> SupportedDatabase.check(having(metaData)))
          .withMessageContaining("H2 " + version)
          .withMessageContaining("2.2 and newer");
    }

    @Test
    void isUnavailableWhenItDoesNotAnswer() {
      assertThatThrownBy(() -> SupportedDatabase.check(file("missing;IFEXISTS=TRUE")))
          .isInstanceOf(StoreUnavailableException.class);
    }
  }

  @Nested
  class OfPostgreSql {

    @Test
    void acceptsOneAsItIsInstalled() {
      var found = SupportedDatabase.check(postgres("-c application_name=test"));
      assertThat(found.product()).isEqualTo(Product.POSTGRESQL);
      assertThat(found).asString().startsWith("PostgreSQL 18.");
    }

    @ParameterizedTest
    @CsvSource({
      "synchronous_commit=off, synchronous_commit",
      "default_transaction_isolation=serializable, READ COMMITTED"
    })
    void refusesOneThatLosesCommitsOrHidesThemAndSaysSo(String option, String said) {
      assertThatIllegalStateException()
          .isThrownBy(() -> SupportedDatabase.check(postgres("-c " + option)))
          .withMessageContaining(said);
    }

    @Test
    void refusesOneThatCannotKeepEveryText() {
      TestPostgres.execute("drop database if exists latin");
      TestPostgres.execute("create database latin encoding 'LATIN1' template template0 locale 'C'");
      assertThatIllegalStateException()
          .isThrownBy(
              () -> SupportedDatabase.check(TestPostgres.lead(new PGSimpleDataSource(), "latin")))
          .withMessageContaining("UTF8");
    }

    @Test
    void refusesAnOldOne() {
      var metaData =
          answering(
              DatabaseMetaData.class,
              Map.of(
                  "getDatabaseProductName", "PostgreSQL",
                  "getDatabaseProductVersion", "13.22",
                  "getDatabaseMajorVersion", 13));
      assertThatIllegalStateException()
          .isThrownBy(() -> SupportedDatabase.check(having(metaData)))
          .withMessageContaining("PostgreSQL 13.22")
          .withMessageContaining("14 and newer");
    }

    @Test
    void isUnavailableWhileItTakesNoWrites() {
      assertThatThrownBy(
              () -> SupportedDatabase.check(postgres("-c default_transaction_read_only=on")))
          .isInstanceOf(StoreUnavailableException.class)
          .hasMessageContaining("standby");
    }

    private static DataSource postgres(String options) {
      var dataSource = TestPostgres.lead(new PGSimpleDataSource(), "postgres");
      dataSource.setOptions(options);
      return dataSource;
    }
  }

  @Test
  void refusesADatabaseNobodyHasTriedAndSaysWhichWereTried() {
    var metaData = answering(DatabaseMetaData.class, Map.of("getDatabaseProductName", "Oracle"));
    assertThatIllegalStateException()
        .isThrownBy(() -> SupportedDatabase.check(having(metaData)))
        .withMessageContaining("Oracle")
        .withMessageContaining("PostgreSQL and H2");
  }

  private static DataSource file(String nameAndOptions) {
    var dataSource = new JdbcDataSource();
    dataSource.setURL("jdbc:h2:file:" + folder.resolve("h2").toAbsolutePath() + nameAndOptions);
    return dataSource;
  }

  /** A data source of a database that only says what it is. */
  private static DataSource having(DatabaseMetaData metaData) {
    var connection = answering(Connection.class, Map.of("getMetaData", metaData));
    return answering(DataSource.class, Map.of("getConnection", connection));
  }

  private static <T> T answering(Class<T> type, Map<String, Object> answers) {
    return type.cast(
        Proxy.newProxyInstance(
            SupportedDatabaseTest.class.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> answers.get(method.getName())));
  }
}
