package io.tokenrevocation.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tokenrevocation.StoreUnavailableException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource
class SchemaCheckTest {

  private static final String TABLES =
      "select table_name from information_schema.tables where lower(table_schema) = 'public'";

  private final TestDatabase database;
  private final List<String> scripts;

  SchemaCheckTest(Product product) {
    this.database = TestDatabase.open(product);
    this.scripts = Migrations.after(0, product);
  }

  @AfterEach
  void close() {
    database.close();
  }

  private Schema look() {
    return Schema.of(database.dataSource(), database.product());
  }

  private void migrate() {
    Migrations.migrate(database.dataSource(), database.product());
  }

  /** As psql would. */
  private void runByHand(List<String> names) throws SQLException {
    for (var name : names) {
      var path = "migration/" + database.product().folder() + "/" + name;
      try (var script = Migrations.class.getResourceAsStream(path)) {
        database.execute(new String(script.readAllBytes(), StandardCharsets.UTF_8));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  @Test
  void namesAllScriptsForAnEmptyDatabaseAndLeavesItEmpty() throws SQLException {
    assertThat(look().missing()).isEqualTo(scripts).contains("V8__sessions_and_audit.sql");
    assertThat(database.column(TABLES)).isEmpty();
  }

  @Test
  void findsNothingMissingThatFlywayHasRun() {
    migrate();
    assertThat(look()).isEqualTo(new Schema(database.product(), "8", List.of()));
  }

  @Test
  void findsNothingMissingThatWasRunByHand() throws SQLException {
    runByHand(scripts);
    assertThat(look().missing()).isEmpty();
  }

  @Test
  void namesWhatIsMissingSinceAnEarlierRelease() throws SQLException {
    migrate();
    database.execute("drop table revocation_schema");
    database.execute("delete from \"revocation_schema_history\" where \"version\" in ('7', '8')");
    assertThat(look().missing()).containsExactly("V7__retention.sql", "V8__sessions_and_audit.sql");
  }

  @Test
  void namesWhatTheScriptsThemselvesSayIsMissing() throws SQLException {
    migrate();
    database.execute("delete from revocation_schema where version = 8");
    assertThat(look().missing()).containsExactly("V8__sessions_and_audit.sql");
  }

  @Test
  void hasEveryScriptSayItsVersion() throws SQLException {
    migrate();
    var last = scripts.get(scripts.size() - 1);
    assertThat(database.column("select max(version) from revocation_schema"))
        .containsExactly(last.substring(1, last.indexOf("__")));
  }

  @Test
  void acceptsTheSchemaOfALaterRelease() throws SQLException {
    migrate();
    database.execute("insert into revocation_schema values (99)");
    assertThat(look().missing()).isEmpty();
  }

  @Test
  void startsBesideNodesOfALaterReleaseThatHaveMigrated() throws SQLException {
    migrate();
    database.execute(
        "insert into \"revocation_schema_history\" (\"installed_rank\", \"version\","
            + " \"description\", \"type\", \"script\", \"checksum\", \"installed_by\","
            + " \"execution_time\", \"success\")"
            + " values (99, '99', 'later', 'SQL', 'V99__later.sql', 99, 'other', 1, true)");
    database.execute("alter table revocation_family add column later integer");
    database.execute("create table revocation_later (id integer)");
    assertThat(database.transactions().commit(DatabaseClock::now)).isNotNull();
  }

  @Test
  void letsANodeGoOnOnceTheScriptsWereRun() throws SQLException {
    var transactions = database.checking();
    try {
      assertThatExceptionOfType(StoreUnavailableException.class)
          .isThrownBy(() -> transactions.commit(DatabaseClock::now))
          .withMessageContaining(
              "its schema is at version 0; run " + String.join(", ", scripts) + " of");
      runByHand(scripts);
      assertThat(transactions.commit(DatabaseClock::now)).isNotNull();
      assertThat(database.column(TABLES)).doesNotContain("revocation_schema_history");
    } finally {
      transactions.close();
    }
  }
}
