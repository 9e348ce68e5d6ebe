package io.tokenrevocation.jpa;

import java.lang.System.Logger.Level;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Tells the other nodes that this one has committed something, and does not keep anybody waiting.
 * What is committed while a notification is on its way shares the next one. Thread-safe.
 */
final class NewsSender {

  private static final System.Logger LOG = System.getLogger(NewsSender.class.getName());

  private final Transactions transactions;
  private final Executor threads;
  private final AtomicBoolean wanted = new AtomicBoolean();

  NewsSender(Transactions transactions, Executor threads) {
    this.transactions = transactions;
    this.threads = threads;
  }

  /** Never fails, for what is news is durable: unsent, it is heard of at the next pull. */
  void send() {
    try {
      if (transactions.product().pushes() && wanted.compareAndSet(false, true)) {
        threads.execute(this::sendOnce);
      }
    } catch (RuntimeException e) {
      wanted.set(false);
      unsent(e);
    }
  }

  /** One is on its way and one waits at most. */
  private synchronized void sendOnce() {
    wanted.set(false);
    try {
      transactions.commitBesideRequests(
          entities ->
              entities
                  .createNativeQuery(
                      "select 1 from pg_notify('" + Subscription.CHANNEL + "', '')", Integer.class)
                  .getSingleResult());
    } catch (RuntimeException e) {
      unsent(e);
    }
  }

  private static void unsent(RuntimeException e) {
    LOG.log(Level.DEBUG, "other nodes are not told that there is news", e);
  }
}
