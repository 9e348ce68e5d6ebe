package io.tokenrevocation.jpa;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.tokenrevocation.Revocation;
import io.tokenrevocation.TokenRevocation;
import io.tokenrevocation.feed.Mark;
import io.tokenrevocation.feed.RevocationFeed;
import io.tokenrevocation.index.RevocationIndex;
import io.tokenrevocation.pool.Note;
import io.tokenrevocation.pool.RevocationLog;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class TransactionOrderTest {

  private static final Note NOTE = new Note("test", "to see it kept");
  private static final int PAGE = 5_000;

  private final TestDatabase database = TestDatabase.open(Product.POSTGRESQL);
  private final RevocationLog log = database.log();
  private Mark before = Mark.START;

  @BeforeEach
  void readToTheEnd() {
    append("first");
    before = log.since(Mark.START).next();
  }

  @AfterEach
  void close() {
    database.close();
  }

  /** A transaction that has recorded something, and neither commits nor rolls back yet. */
  private final class Held {

    private final CountDownLatch recorded = new CountDownLatch(1);
    private final CountDownLatch release = new CountDownLatch(1);
    private final CompletableFuture<Void> done;

    Held(String id) {
      done = CompletableFuture.runAsync(() -> hold(id));
      await(recorded);
    }

    private void hold(String id) {
      database
          .sessions()
          .inTransaction(
              transaction -> {
                transaction.append(List.of(token(id)), NOTE);
                transaction.logged(List.of(token(id).key())); // which has it written
                recorded.countDown();
                await(release);
                return true;
              });
    }

    void commit() {
      release.countDown();
      done.orTimeout(10, SECONDS).join();
    }
  }

  @Nested
  class WhileATransactionIsHeldOpen {

    @Test
    void keepsNobodyWaiting() {
      var held = new Held("held");
      append("later");
      assertThat(log.since(before).revocations()).containsExactly(token("later"));
      held.commit();
    }

    @Test
    void missesNothingOnceItCommits() {
      var held = new Held("held");
      append("later");
      var meanwhile = log.since(before).next();
      held.commit();
      assertThat(log.since(meanwhile).revocations()).contains(token("held"));
    }

    @Test
    void repeatsWhatIsYoungerUntilThen() {
      var held = new Held("held");
      append("later");
      var meanwhile = log.since(before).next();
      assertThat(log.since(meanwhile).revocations()).containsExactly(token("later"));
      held.commit();
      var afterwards = log.since(meanwhile).next();
      assertThat(log.since(afterwards).revocations()).isEmpty();
    }

    @Test
    @Timeout(60)
    void isReadToItsEndWithSeveralPagesOfLaterOnes() {
      var held = new Held("held");
      append(IntStream.range(0, PAGE + 1).mapToObj(number -> token("x" + number)).toList());
      var feed =
          new RevocationFeed(
              log, new RevocationIndex(2 * PAGE), InstantSource.system(), System::nanoTime);
      feed.pull();
      assertThat(feed.isLoaded()).isTrue();
      held.commit();
    }

    @Test
    void missesNothingThatIsCommittedBetweenTwoPages() {
      var held = new Held("held");
      append(IntStream.range(0, PAGE + 1).mapToObj(number -> token("x" + number)).toList());
      var first = log.since(before);
      assertThat(first.more()).isTrue();
      assertThat(log.isSettled(first.next())).isFalse();
      held.commit();
      var second = log.since(first.next());
      assertThat(second.revocations()).containsExactly(token("x" + PAGE));
      assertThat(second.more()).isFalse();
      assertThat(readFrom(second.next())).contains(token("held"));
      assertThat(log.isSettled(log.since(before).next())).isTrue();
    }
  }

  @Nested
  class OfAnotherDatabase {

    @Test
    void isReadFromTheStartAfterAMarkOfAnotherIncarnation() {
      assertThat(log.since(new Mark("1f.1")).revocations()).containsExactly(token("first"));
    }

    @Test
    void isReadFromTheStartAfterAMarkThatIsAheadOfIt() {
      var incarnation = TransactionMark.parse(before).incarnation();
      var ahead = TransactionMark.at(incarnation, Long.MAX_VALUE);
      var delta = log.since(ahead.toMark());
      assertThat(delta.revocations()).containsExactly(token("first"));
      assertThat(delta.next()).isEqualTo(before);
      var onTheWay = log.since(ahead.leftAt(Long.MAX_VALUE, 1).toMark());
      assertThat(onTheWay.revocations()).isEqualTo(delta.revocations());
      assertThat(onTheWay.next()).isEqualTo(before);
    }

    @Test
    void isReadFromTheStartWhenItsTableWasMadeAnew() throws SQLException {
      database.execute("create table copy (like revocation_log including all)");
      database.execute("insert into copy select * from revocation_log");
      database.execute("drop table revocation_log");
      database.execute("alter table copy rename to revocation_log");
      assertThat(log.since(before).revocations()).containsExactly(token("first"));
    }

    /** Or else they would come again with every pull. */
    @Test
    void givesOnceWhatADumpBroughtFromAServerThatWasAhead() throws SQLException {
      database.execute("update revocation_log set transaction_id = 9000000000000");
      append("second");
      var all = log.since(Mark.START);
      assertThat(all.revocations()).containsExactly(token("second"), token("first"));
      assertThat(log.since(log.since(all.next()).next()).revocations()).isEmpty();
    }
  }

  @Test
  void isNotHeldUpByABackupWhichOnlyReads() throws SQLException {
    try (var connection = database.dataSource().getConnection();
        var statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      statement.execute("select count(*) from revocation_log");
      append("later");
      var meanwhile = log.since(before).next();
      assertThat(log.since(meanwhile).revocations()).isEmpty();
      connection.rollback();
      connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
    }
  }

  /** A number that no durable row has reached may be given out again after a crash. */
  @Test
  void staysBehindTheNewestRowHoweverManyTransactionsThereAre() throws SQLException {
    for (var number = 0; number < 3; number++) {
      database.execute("select pg_current_xact_id()");
    }
    var delta = log.since(before);
    assertThat(delta.revocations()).isEmpty();
    assertThat(delta.next()).isEqualTo(before);
    assertThat(delta.more()).isFalse();
  }

  /** The driver prepares a statement on the server once it has been used a few times. */
  @Test
  void isReadOnAfterANewerReleaseHasAddedAColumn() throws SQLException {
    for (var time = 0; time < 20; time++) {
      log.since(before);
    }
    database.execute("alter table revocation_log add column of_a_newer_release int");
    append("later");
    assertThat(log.since(before).revocations()).containsExactly(token("later"));
  }

  @Test
  void readsOneTransactionThatFillsSeveralPagesByAnIndexAlone() throws SQLException {
    database.execute(
        "insert into revocation_log (number, kind, issuer, revoked, revoked_at, retain_until)"
            + " select nextval('revocation_log_number'), 'TOKEN', 'issuer', n, now(), 'infinity'"
            + " from generate_series(1, 20000) n");
    database.execute("analyze revocation_log");
    var plan =
        database.column(
            "explain select * from revocation_log where (transaction_id, number) > ((select"
                + " max(transaction_id) from revocation_log), 9000) and retain_until > now()"
                + " order by transaction_id, number limit 5000");
    assertThat(String.join("\n", plan))
        .contains("Index Scan using revocation_log_by_transaction")
        .contains("Index Cond: (ROW(transaction_id, number) >")
        .doesNotContain("Sort", "Seq Scan");
  }

  private List<Revocation> readFrom(Mark mark) {
    var delta = log.since(mark);
    var all = new ArrayList<>(delta.revocations());
    while (delta.more()) {
      delta = log.since(delta.next());
      all.addAll(delta.revocations());
    }
    return all;
  }

  private void append(String id) {
    append(List.of(token(id)));
  }

  private void append(List<? extends Revocation> revocations) {
    database
        .sessions()
        .inTransaction(
            transaction -> {
              transaction.append(revocations, NOTE);
              return true;
            });
  }

  private static TokenRevocation token(String id) {
    return new TokenRevocation("https://issuer.example", id, Instant.parse("2999-01-01T00:00:00Z"));
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(10, SECONDS)).isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }
}
