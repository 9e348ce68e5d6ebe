package io.tokenrevocation.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import io.tokenrevocation.RevocationKey;
import io.tokenrevocation.RevocationKey.Kind;
import io.tokenrevocation.feed.Mark;
import io.tokenrevocation.pool.SessionTransaction;
import io.tokenrevocation.pool.SubjectKey;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What requests wait for finds its rows by an index, however many there are. */
class PlansTest {

  private static final String READ_THROUGH =
      "select sum(seq_scan) from pg_stat_user_tables where relname in ('revocation_subject',"
          + " 'revocation_family', 'revocation_client', 'revocation_cut_off', 'revocation_log')";

  private static final String CONNECTIONS =
      "select count(*) from pg_stat_activity where datname = current_database()"
          + " and backend_type = 'client backend'";

  private static final SubjectKey ALICE = new SubjectKey("pool", "subject-7");
  private static final TestDatabase DATABASE = TestDatabase.open(Product.POSTGRESQL);

  @BeforeAll
  static void fill() throws SQLException {
    DATABASE.clients().now(); // makes the tables
    for (var statement :
        """
        insert into revocation_pool values ('pool', 'issuer', now());
        insert into revocation_client
          select 'client_' || i, 'pool', 'x', null, '', true, 3600, 3600, 86400, false, null,
            now(), now(), null
          from generate_series(1, 5000) i;
        insert into revocation_subject
          select 'pool', 'subject-' || i, 0, now() from generate_series(1, 5000) i;
        insert into revocation_family
          select lpad(to_hex(i), 32, '0')::uuid, 'pool', 'subject-' || i % 1000, '', 'client_1', 0,
            now(), sha256(('token' || i)::bytea), now(), now(), now(), null,
            sha256(('family' || i)::bytea), null, null
          from generate_series(1, 5000) i;
        insert into revocation_cut_off
          select 'pool', 'CLIENT', 'client_' || i, now() from generate_series(1, 5000) i;
        insert into revocation_log
          select i, 'TOKEN', 'issuer', 'revoked-' || i, null, now(), now() + interval '1 day'
          from generate_series(1, 5000) i;
        update revocation_log_end set number = 5000;
        analyze
        """
            .split(";", -1)) {
      DATABASE.execute(statement);
    }
    DATABASE.onOneConnection();
    while (!DATABASE.column(CONNECTIONS).equals(List.of("1"))) {
      Thread.onSpinWait(); // another counts what it did when it is closed
    }
  }

  @AfterAll
  static void close() {
    DATABASE.close();
  }

  static Stream<Named<Consumer<SessionTransaction>>> ofATransaction() {
    var family = new UUID(0, 7);
    var token = new RevocationKey(Kind.TOKEN, "issuer", "revoked-7");
    return Stream.of(
        Named.of("a subject", transaction -> transaction.read(ALICE)),
        Named.of("a subject to lock", transaction -> transaction.lockExclusively(ALICE)),
        Named.of("a refresh token", transaction -> transaction.find("07".repeat(32))),
        Named.of("a family to lock", transaction -> transaction.lock(family)),
        Named.of("the newest issue", transaction -> transaction.newestIssue(ALICE)),
        Named.of("a live family", transaction -> transaction.hasLiveFamily(ALICE, 0)),
        Named.of("the last minted", transaction -> transaction.lastMintedIn(ALICE, Instant.EPOCH)),
        Named.of("a client", transaction -> transaction.hasClient("client_7")),
        Named.of("cut-offs", transaction -> transaction.signedInBefore(ALICE, "client_7")),
        Named.of("a revocation", transaction -> transaction.logged(List.of(token))));
  }

  @ParameterizedTest
  @MethodSource("ofATransaction")
  void lookIntoAnIndexFor(Consumer<SessionTransaction> statement) throws SQLException {
    assertNothingIsReadThrough(
        () ->
            DATABASE
                .sessions()
                .inTransaction(
                    transaction -> {
                      statement.accept(transaction);
                      return true;
                    }));
  }

  @Test
  void lookIntoAnIndexForWhatIsNewInTheLog() throws SQLException {
    assertNothingIsReadThrough(() -> DATABASE.log().since(new Mark("4990")));
  }

  @Test
  void lookIntoAnIndexForAPageOfClients() throws SQLException {
    assertNothingIsReadThrough(() -> DATABASE.clients().list("pool", "client_7", 60));
  }

  private static void assertNothingIsReadThrough(Runnable statement) throws SQLException {
    var before = readThrough();
    statement.run();
    assertThat(readThrough()).isEqualTo(before);
  }

  /** How often a table was read from end to end: counted by connection, of which there is one. */
  private static List<String> readThrough() throws SQLException {
    DATABASE.execute("select pg_stat_force_next_flush()");
    return DATABASE.column(READ_THROUGH);
  }
}
