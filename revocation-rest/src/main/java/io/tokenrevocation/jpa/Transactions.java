package io.tokenrevocation.jpa;

import io.tokenrevocation.StoreUnavailableException;
import io.tokenrevocation.pool.AuthoritySettings;
import io.tokenrevocation.settings.Settings;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityTransaction;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.lang.reflect.UndeclaredThrowableException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import org.jspecify.annotations.Nullable;

/**
 * The one place that opens an {@link EntityManager}, in a transaction of its own.
 *
 * <p>The caller's JTA transaction is suspended by the interceptor, so that rolling it back
 * un-revokes nothing and our commit commits nothing of the caller's. Because that interceptor is
 * all that stands between them, it is checked as well.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.NOT_SUPPORTED)
class Transactions {

  private static final int ATTEMPTS = 3;

  /** Rolled back, and likely to work the next time: deadlock, overtaken, inserted by another. */
  private static final Set<String> WORTH_RETRYING = Set.of("40001", "40P01", "90131", "23505");

  /** Pools of servers have 20 connections or more, unless they are told otherwise. */
  private final Turns turns = new Turns(12, Duration.ofSeconds(2));

  private final StoreOutage outage = new StoreOutage(System::nanoTime);

  private Instance<Settings> settings;
  private @Nullable Database database;

  @SuppressWarnings("NullAway.Init") // for the CDI proxy
  Transactions() {}

  @Inject
  Transactions(Instance<Settings> settings) {
    this.settings = settings;
  }

  /**
   * Does work of a request and commits it. Only some of the pool's connections are for this.
   *
   * @throws StoreUnavailableException if it may not be durable
   */
  <T> T commit(Function<EntityManager, T> work) {
    return outage.watch(() -> turns.take(() -> commitBesideRequests(work)));
  }

  /**
   * Does work that lets this node follow the others, and commits it: there is a connection for it
   * also while all that are for requests wait.
   *
   * <p>Payara's pool wraps what the driver says of a connection, such as that it is gone, into an
   * {@link UndeclaredThrowableException}.
   *
   * @throws StoreUnavailableException if it may not be durable
   */
  <T> T commitBesideRequests(Function<EntityManager, T> work) {
    refuseForeignTransaction();
    for (var attempt = 1; ; attempt++) {
      try {
        return commitOnce(work);
      } catch (PersistenceException | UndeclaredThrowableException e) {
        if (attempt == ATTEMPTS || !isWorthRetrying(e)) {
          throw new StoreUnavailableException("the database did not do what was asked", e);
        }
      }
    }
  }

  private <T> T commitOnce(Function<EntityManager, T> work) {
    var opened = database().opened();
    try (var entities = opened.entityManagers().createEntityManager()) {
      var transaction = entities.getTransaction();
      transaction.begin();
      try {
        opened.product().limitWaits(entities);
        var result = work.apply(entities);
        transaction.commit();
        return result;
      } catch (RuntimeException | Error e) {
        rollBack(transaction, e);
        throw e;
      }
    }
  }

  /** A connection that is gone cannot even do this; what went wrong first is what counts. */
  private static void rollBack(EntityTransaction transaction, Throwable failure) {
    try {
      if (transaction.isActive()) {
        transaction.rollback();
      }
    } catch (RuntimeException e) {
      failure.addSuppressed(e);
    }
  }

  /**
   * What the database is.
   *
   * @throws StoreUnavailableException if it is not there
   */
  Product product() {
    return database().opened().product();
  }

  /**
   * Returns a connection outside all transactions, to be kept and closed by the caller.
   *
   * @return empty if the database pushes nothing, or nobody has needed it yet
   */
  Optional<Connection> connectionForPush() throws SQLException {
    var opened = database().ifOpened().filter(found -> found.product().pushes());
    return opened.isEmpty()
        ? Optional.empty()
        : Optional.of(opened.get().dataSource().getConnection());
  }

  private synchronized Database database() {
    if (database == null) {
      var given = settings.get();
      database =
          new Database(
              given.get(AuthoritySettings.DATA_SOURCE), given.get(AuthoritySettings.SCHEMA));
    }
    return database;
  }

  @PreDestroy
  synchronized void close() {
    if (database != null) {
      database.close();
    }
  }

  private static boolean isWorthRetrying(RuntimeException e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      // A pool that has no connection to give says so without a state.
      if (cause instanceof SQLException sql
          && WORTH_RETRYING.contains(Objects.requireNonNullElse(sql.getSQLState(), ""))) {
        return true;
      }
    }
    return false;
  }

  @SuppressWarnings("BanJNDI") // a constant name, bound by the server
  private static void refuseForeignTransaction() {
    try {
      TransactionSynchronizationRegistry registry =
          InitialContext.doLookup("java:comp/TransactionSynchronizationRegistry");
      if (registry.getTransactionStatus() != Status.STATUS_NO_TRANSACTION) {
        throw new IllegalStateException("the caller's transaction was not suspended");
      }
    } catch (NamingException notAManagedThread) {
      // has no transaction either
    }
  }
}
