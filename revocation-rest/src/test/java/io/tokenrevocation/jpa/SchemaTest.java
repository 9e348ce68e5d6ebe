package io.tokenrevocation.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class SchemaTest {

  private static final String COLUMNS =
      "select lower(concat_ws(' ', table_name, column_name, data_type, is_nullable,"
          + " character_maximum_length)) as found from information_schema.columns"
          + " where lower(table_name) like 'revocation\\_%' order by found";

  @Test
  void isTheSameOnEachProduct() throws SQLException {
    var ofH2 = columns(Product.H2);
    assertThat(ofH2).hasSizeGreaterThan(50);
    assertThat(columns(Product.POSTGRESQL)).isEqualTo(ofH2);
  }

  @Test
  void hasKeysOfAnOlderReleaseSignSinceTheyWereMade() throws SQLException {
    try (var database = TestDatabase.open(Product.H2)) {
      migrate(database);
      database.execute("alter table revocation_signing_key drop column signs_from");
      database.execute("delete from \"revocation_schema_history\" where \"version\" = '5'");
      database.execute("insert into revocation_pool values ('pool', 'issuer', current_timestamp)");
      insertKey(database, "before");
      migrate(database);
      insertKey(database, "beside"); // by a node that is not up to date yet
      var since = "select key_id from revocation_signing_key where signs_from ";
      assertThat(database.column(since + "= created_at")).containsExactly("before");
      assertThat(database.column(since + "> created_at")).containsExactly("beside");
    }
  }

  /** Beside the tables of an application, as that takes Flyway one step more. */
  @RepeatedTest(5)
  void isMadeOnceWhenNodesStartTogether() throws SQLException {
    try (var database = TestDatabase.open(Product.POSTGRESQL)) {
      database.execute("create table orders (id integer)");
      var nodes =
          Stream.generate(() -> CompletableFuture.supplyAsync(() -> migrate(database)))
              .limit(3)
              .toList();
      assertThat(nodes.stream().map(CompletableFuture::join)).containsOnly("5");
    }
  }

  private static void insertKey(TestDatabase database, String id) throws SQLException {
    database.execute(
        "insert into revocation_signing_key (key_id, pool_id, token_use, sealed, created_at)"
            + " values ('"
            + id
            + "', 'pool', 'ACCESS', 'sealed', timestamp with time zone '2026-01-01 00:00:00Z')");
  }

  /** Flyway's own table is its own affair. */
  private static List<String> columns(Product product) throws SQLException {
    try (var database = TestDatabase.open(product)) {
      migrate(database);
      return database.column(COLUMNS).stream()
          .filter(column -> !column.startsWith("revocation_schema_history"))
          .map(column -> column.replaceAll("(binary varying|bytea).*", "bytes"))
          .toList();
    }
  }

  private static String migrate(TestDatabase database) {
    return Migrations.migrate(database.dataSource(), database.product());
  }
}
