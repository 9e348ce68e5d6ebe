package io.tokenrevocation.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tokenrevocation.feed.Mark;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

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
      takeBackTheOrderByTransactions(database);
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
      assertThat(nodes.stream().map(CompletableFuture::join)).containsOnly("8");
    }
  }

  /** It would miss what commits out of the order of the numbers. */
  @ParameterizedTest
  @EnumSource
  void letsANodeOfAnOlderReleaseNeitherFollowTheLogNorRecord(Product product) throws SQLException {
    try (var database = TestDatabase.open(product)) {
      migrate(database);
      assertThatThrownBy(() -> database.column("select number, recorded_by from revocation_log"))
          .isInstanceOf(SQLException.class);
      assertThatThrownBy(() -> recordAsAnOlderRelease(database)).isInstanceOf(SQLException.class);
    }
  }

  @ParameterizedTest
  @EnumSource
  void keepsWhatAnOlderReleaseRecordedAndCountsOn(Product product) throws SQLException {
    try (var database = TestDatabase.open(product)) {
      migrate(database);
      takeBackTheOrderByTransactions(database);
      database.execute("update revocation_log_end set number = 7");
      recordAsAnOlderRelease(database);
      migrate(database);
      assertThat(database.log().since(Mark.START).revocations()).hasSize(1);
      var numbers = database.transactions().commit(one -> product.order().numbers(one, 2));
      assertThat(numbers).containsExactly(8L, 9L);
    }
  }

  private static void takeBackTheOrderByTransactions(TestDatabase database) throws SQLException {
    database.execute(
        "drop table revocation_purge, revocation_schema, revocation_audit, revocation_node");
    database.execute("alter table revocation_family drop column signed_in_from");
    database.execute("alter table revocation_family drop column user_agent");
    database.execute("delete from \"revocation_schema_history\" where \"version\" >= '6'");
    if (database.product() == Product.H2) {
      database.execute("alter table revocation_log alter column revoked_by rename to recorded_by");
    } else {
      database.execute("alter table revocation_log rename column revoked_by to recorded_by");
      database.execute("drop sequence revocation_log_number");
    }
    database.execute("alter table revocation_log drop column transaction_id");
  }

  private static void recordAsAnOlderRelease(TestDatabase database) throws SQLException {
    database.execute(
        "insert into revocation_log"
            + " (number, kind, issuer, revoked, revoked_at, retain_until, recorded_by, reason)"
            + " values (7, 'TOKEN', 'issuer', 'lost', current_timestamp,"
            + " timestamp with time zone '2999-01-01 00:00:00Z', 'admin', '')");
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
