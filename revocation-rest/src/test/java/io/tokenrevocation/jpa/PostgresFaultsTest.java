package io.tokenrevocation.jpa;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tokenrevocation.StoreUnavailableException;
import io.tokenrevocation.pool.SubjectKey;
import jakarta.persistence.EntityManager;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PostgresFaultsTest {

  private final TestDatabase database = TestDatabase.open(Product.POSTGRESQL);
  private final Transactions transactions = database.transactions();
  private final AtomicInteger attempts = new AtomicInteger();

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void haveNobodyWaitForLongForANodeThatHangs() {
    var limits =
        transactions.commit(
            entities ->
                entities
                    .createNativeQuery(
                        "select current_setting('lock_timeout') || ' '"
                            + " || current_setting('idle_in_transaction_session_timeout')",
                        String.class)
                    .getSingleResult());
    assertThat(limits).isEqualTo("10s 10s");
  }

  @Test
  void leaveTheConnectionsOfThePoolAsTheyWere() throws SQLException {
    transactions.commit(DatabaseClock::now);
    database.onOneConnection();
    transactions.commit(DatabaseClock::now);
    assertThat(database.column("show lock_timeout")).containsExactly("0");
  }

  @Test
  void loseOneTransactionWithItsConnectionAndNoOther() {
    assertThatThrownBy(
            () ->
                transactions.commit(
                    entities -> {
                      attempts.incrementAndGet();
                      return endConnection(entities);
                    }))
        .isInstanceOf(StoreUnavailableException.class);
    assertThat(attempts).hasValue(1);
    assertThat(transactions.commit(DatabaseClock::now)).isNotNull();
  }

  @Test
  void sayThatTheStoreIsUnavailableWhateverThePoolMakesOfALostConnection() {
    var name = "java:app/jdbc/wrapping";
    TestNaming.bind(name, WrappingPool.around(database.dataSource()));
    var wrapping = TestDatabase.transactionsOf(name);
    try {
      assertThat(wrapping.commit(DatabaseClock::now)).isNotNull();
      assertThatThrownBy(() -> wrapping.commit(PostgresFaultsTest::endConnection))
          .isInstanceOf(StoreUnavailableException.class);
      assertThatThrownBy(() -> wrapping.commit(this::haveTheConnectionEnded))
          .isInstanceOf(StoreUnavailableException.class);
    } finally {
      wrapping.close();
      TestNaming.unbind(name);
    }
  }

  private static Object endConnection(EntityManager entities) {
    return entities
        .createNativeQuery("select pg_terminate_backend(pg_backend_pid())")
        .getSingleResult();
  }

  /** So that it is the commit that finds it gone. */
  private Object haveTheConnectionEnded(EntityManager entities) {
    var own = entities.createNativeQuery("select pg_backend_pid()").getSingleResult();
    try {
      return database.column("select pg_terminate_backend(" + own + ")");
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void haveATransactionThatWasADeadlocksVictimTriedAgain() throws Exception {
    var each = new CountDownLatch(2);
    lock(new CountDownLatch(1), "alice", "bob"); // both are known from now on
    var one = CompletableFuture.supplyAsync(() -> lock(each, "alice", "bob"));
    var other = CompletableFuture.supplyAsync(() -> lock(each, "bob", "alice"));
    assertThat(one.get(10, SECONDS) && other.get(10, SECONDS)).isTrue();
    assertThat(attempts).hasValue(4);
  }

  private boolean lock(CountDownLatch bothHaveOne, String first, String second) {
    return database
        .sessions()
        .inTransaction(
            transaction -> {
              attempts.incrementAndGet();
              transaction.lockExclusively(new SubjectKey("pool", first));
              bothHaveOne.countDown();
              await(bothHaveOne);
              transaction.lockExclusively(new SubjectKey("pool", second));
              return true;
            });
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
