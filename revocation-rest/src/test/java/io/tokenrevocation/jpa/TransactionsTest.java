package io.tokenrevocation.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tokenrevocation.StoreUnavailableException;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.lang.reflect.Proxy;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@OnEachProduct
class TransactionsTest {

  private static final String REGISTRY = "java:comp/TransactionSynchronizationRegistry";

  private final Transactions transactions;
  private final AtomicInteger attempts = new AtomicInteger();

  TransactionsTest(TestDatabase database) {
    this.transactions = database.transactions();
  }

  @Nested
  class InTheCallersTransaction {

    @AfterEach
    void unbind() {
      TestNaming.unbind(REGISTRY);
    }

    @ParameterizedTest
    @ValueSource(ints = {Status.STATUS_ACTIVE, Status.STATUS_MARKED_ROLLBACK})
    void refusesToWorkAtAll(int status) {
      callerIs(status);
      assertThatIllegalStateException()
          .isThrownBy(() -> transactions.commit(entities -> attempts.incrementAndGet()));
      assertThat(attempts).hasValue(0);
    }

    @Test
    void worksWhenItWasSuspended() {
      callerIs(Status.STATUS_NO_TRANSACTION);
      transactions.commit(entities -> attempts.incrementAndGet());
      assertThat(attempts).hasValue(1);
    }

    private void callerIs(int status) {
      TestNaming.bind(
          REGISTRY,
          Proxy.newProxyInstance(
              TransactionsTest.class.getClassLoader(),
              new Class<?>[] {TransactionSynchronizationRegistry.class},
              (proxy, method, arguments) ->
                  method.getName().equals("getTransactionStatus") ? (Object) status : null));
    }
  }

  @Nested
  class WhenTheDatabaseFails {

    @ParameterizedTest
    @ValueSource(strings = {"40001", "40P01", "90131", "23505"})
    void triesThreeTimesWhatMayWorkTheNextTime(String state) {
      assertUnavailable(state);
      assertThat(attempts).hasValue(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"08006", "23502", "HYT00", "90098", "55P03", "57P01"})
    void triesNothingElseAgain(String state) {
      assertUnavailable(state);
      assertThat(attempts).hasValue(1);
    }

    @Test
    void returnsWhatTheSecondAttemptFound() {
      int found =
          transactions.commit(
              entities -> {
                if (attempts.incrementAndGet() == 1) {
                  throw failure("40001");
                }
                return attempts.get();
              });
      assertThat(found).isEqualTo(2);
    }

    private void assertUnavailable(String state) {
      assertThatThrownBy(
              () ->
                  transactions.commit(
                      entities -> {
                        attempts.incrementAndGet();
                        throw failure(state);
                      }))
          .isInstanceOf(StoreUnavailableException.class);
    }

    private static PersistenceException failure(String state) {
      return new PersistenceException(new SQLException("on purpose", state));
    }
  }

  @Test
  void saysWhichSettingNamesADataSourceThatIsNotBound() {
    var nowhere = TestDatabase.transactionsOf("java:app/jdbc/nowhere");
    assertThatIllegalStateException()
        .isThrownBy(() -> nowhere.commit(entities -> true))
        .withMessageContaining("revocation.data-source")
        .withMessageContaining("java:app/jdbc/nowhere");
  }
}
