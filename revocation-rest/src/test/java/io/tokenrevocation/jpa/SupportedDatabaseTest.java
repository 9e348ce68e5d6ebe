package io.tokenrevocation.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tokenrevocation.StoreUnavailableException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SupportedDatabaseTest {

  @TempDir private static Path folder;

  @Test
  void acceptsH2ThatWritesBeforeItAnswers() {
    assertThat(SupportedDatabase.check(file("durable;WRITE_DELAY=0"))).startsWith("H2 2.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"default", "delayed;WRITE_DELAY=1", "delayed-more;WRITE_DELAY=500"})
  void refusesH2ThatDelaysWritesAndSaysWhatToAdd(String name) {
    assertThatIllegalStateException()
        .isThrownBy(() -> SupportedDatabase.check(file(name)))
        .withMessageContaining(";WRITE_DELAY=0");
  }

  @Test
  void refusesADatabaseNobodyHasTried() {
    assertThatIllegalStateException()
        .isThrownBy(() -> SupportedDatabase.check(calling("Oracle")))
        .withMessageContaining("Oracle");
  }

  @Test
  void isUnavailableWhenTheDatabaseDoesNotAnswer() {
    assertThatThrownBy(() -> SupportedDatabase.check(file("missing;IFEXISTS=TRUE")))
        .isInstanceOf(StoreUnavailableException.class);
  }

  private static DataSource file(String nameAndOptions) {
    var dataSource = new JdbcDataSource();
    dataSource.setURL("jdbc:h2:file:" + folder.resolve("h2").toAbsolutePath() + nameAndOptions);
    return dataSource;
  }

  /** A data source of a database that only says what it is called. */
  private static DataSource calling(String product) {
    var metaData = answering(DatabaseMetaData.class, "getDatabaseProductName", product);
    var connection = answering(Connection.class, "getMetaData", metaData);
    return answering(DataSource.class, "getConnection", connection);
  }

  private static <T> T answering(Class<T> type, String asked, Object answer) {
    return type.cast(
        Proxy.newProxyInstance(
            SupportedDatabaseTest.class.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> method.getName().equals(asked) ? answer : null));
  }
}
