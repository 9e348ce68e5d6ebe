package io.tokenrevocation.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tokenrevocation.StoreUnavailableException;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource
class MigrationsTest {

  private static final String HISTORY =
      "select concat(\"version\", ' ', \"checksum\") from \"revocation_schema_history\""
          + " where \"type\" = 'SQL' order by \"installed_rank\"";

  private final TestDatabase database;

  MigrationsTest(Product product) {
    this.database = TestDatabase.open(product);
  }

  @AfterEach
  void close() {
    database.close();
  }

  private String migrate() {
    return Migrations.migrate(database.dataSource(), database.product());
  }

  @Test
  void makesTheSchemaInAnEmptyDatabase() throws SQLException {
    assertThat(migrate()).isEqualTo("8");
    assertThat(tables())
        .contains(
            "revocation_pool",
            "revocation_signing_key",
            "revocation_client",
            "revocation_subject",
            "revocation_family",
            "revocation_cut_off",
            "revocation_log",
            "revocation_log_end",
            "revocation_audit",
            "revocation_node",
            "revocation_purge",
            "revocation_schema");
  }

  @Test
  void changesNothingTheSecondTime() throws SQLException {
    migrate();
    database.execute("insert into revocation_pool values ('pool', 'issuer', current_timestamp)");
    assertThat(migrate()).isEqualTo("8");
    assertThat(database.column("select id from revocation_pool")).containsExactly("pool");
  }

  @Test
  void neverChangesAScriptThatWasReleased() throws SQLException {
    migrate();
    var released =
        switch (database.product()) {
          case H2 ->
              List.of(
                  "1 -134759553",
                  "2 -483574175",
                  "3 1878672276",
                  "4 -1867689595",
                  "5 21240609",
                  "6 308061380",
                  "7 -197095873",
                  "8 150389878");
          case POSTGRESQL ->
              List.of("5 1035799170", "6 -1260324693", "7 351692039", "8 1076512018");
        };
    assertThat(database.column(HISTORY)).isEqualTo(released);
  }

  @Test
  void makesTheSchemaBesideTheApplicationsOwn() throws SQLException {
    database.execute("create table orders (id integer)");
    database.execute("insert into orders values (1)");
    migrate();
    assertThat(tables()).contains("orders", "revocation_family");
    assertThat(database.column("select id from orders")).containsExactly("1");
  }

  @Test
  void leavesTheApplicationsOwnMigrationHistoryAlone() throws SQLException {
    database.execute("create table \"flyway_schema_history\" (\"version\" varchar(50))");
    database.execute("insert into \"flyway_schema_history\" values ('42')");
    migrate();
    assertThat(database.column("select \"version\" from \"flyway_schema_history\""))
        .containsExactly("42");
    assertThat(tables()).contains("revocation_schema_history", "revocation_family");
  }

  @Test
  void isUnavailableWhenAnotherTableHasTheName() throws SQLException {
    database.execute("create table revocation_pool (something integer)");
    assertThatThrownBy(this::migrate).isInstanceOf(StoreUnavailableException.class);
  }

  private List<String> tables() throws SQLException {
    return database.column(
        "select lower(table_name) from information_schema.tables"
            + " where lower(table_schema) = 'public'");
  }
}
