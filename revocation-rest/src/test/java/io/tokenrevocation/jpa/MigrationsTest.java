package io.tokenrevocation.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tokenrevocation.StoreUnavailableException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;

class MigrationsTest {

  private final JdbcDataSource dataSource = new JdbcDataSource();

  MigrationsTest() {
    dataSource.setURL(TestDatabase.newUrl());
  }

  @Test
  void makesTheSchemaInAnEmptyDatabase() throws SQLException {
    assertThat(Migrations.migrate(dataSource)).isEqualTo("5");
    assertThat(tables())
        .contains(
            "REVOCATION_POOL",
            "REVOCATION_SIGNING_KEY",
            "REVOCATION_CLIENT",
            "REVOCATION_SUBJECT",
            "REVOCATION_FAMILY",
            "REVOCATION_LOG",
            "REVOCATION_LOG_END");
  }

  @Test
  void changesNothingTheSecondTime() throws SQLException {
    Migrations.migrate(dataSource);
    execute("insert into revocation_pool values ('pool', 'issuer', current_timestamp)");
    assertThat(Migrations.migrate(dataSource)).isEqualTo("5");
    assertThat(column("select id from revocation_pool")).containsExactly("pool");
  }

  @Test
  void makesTheSchemaBesideTheApplicationsOwn() throws SQLException {
    execute("create table orders (id integer)");
    execute("insert into orders values (1)");
    Migrations.migrate(dataSource);
    assertThat(tables()).contains("ORDERS", "REVOCATION_FAMILY");
    assertThat(column("select id from orders")).containsExactly("1");
  }

  @Test
  void leavesTheApplicationsOwnMigrationHistoryAlone() throws SQLException {
    execute("create table \"flyway_schema_history\" (\"version\" varchar(50))");
    execute("insert into \"flyway_schema_history\" values ('42')");
    Migrations.migrate(dataSource);
    assertThat(column("select \"version\" from \"flyway_schema_history\"")).containsExactly("42");
    assertThat(tables()).contains("revocation_schema_history", "REVOCATION_FAMILY");
  }

  @Test
  void hasKeysOfAnOlderReleaseSignSinceTheyWereMade() throws SQLException {
    Migrations.migrate(dataSource);
    execute("alter table revocation_signing_key drop column signs_from");
    execute("delete from \"revocation_schema_history\" where \"version\" = '5'");
    execute("insert into revocation_pool values ('pool', 'issuer', current_timestamp)");
    insertKey("before");
    Migrations.migrate(dataSource);
    insertKey("beside"); // by a node that is not up to date yet
    var since = "select key_id from revocation_signing_key where signs_from ";
    assertThat(column(since + "= created_at")).containsExactly("before");
    assertThat(column(since + "> created_at")).containsExactly("beside");
  }

  private void insertKey(String id) throws SQLException {
    execute(
        "insert into revocation_signing_key (key_id, pool_id, token_use, sealed, created_at)"
            + " values ('"
            + id
            + "', 'pool', 'ACCESS', 'sealed', timestamp with time zone '2026-01-01 00:00:00Z')");
  }

  @Test
  void isUnavailableWhenAnotherTableHasTheName() throws SQLException {
    execute("create table revocation_pool (something integer)");
    assertThatThrownBy(() -> Migrations.migrate(dataSource))
        .isInstanceOf(StoreUnavailableException.class);
  }

  private List<String> tables() throws SQLException {
    return column("select table_name from information_schema.tables where table_schema='PUBLIC'");
  }

  private void execute(String sql) throws SQLException {
    try (var connection = dataSource.getConnection();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private List<String> column(String sql) throws SQLException {
    try (var connection = dataSource.getConnection();
        var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      var values = new ArrayList<String>();
      while (rows.next()) {
        values.add(rows.getString(1));
      }
      return values;
    }
  }
}
