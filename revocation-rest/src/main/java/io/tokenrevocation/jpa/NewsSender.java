package io.tokenrevocation.jpa;

import java.lang.System.Logger.Level;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Tells the other nodes that this one has committed something, and does not keep anybody waiting.
 * What is committed while a notification is on its way shares the next one. Thread-safe.
 *
 * <p>The transaction of a notification waits for no disk: it has nothing that could be lost.
 */
final class NewsSender {

  private static final System.Logger LOG = System.getLogger(NewsSender.class.getName());

  private static final String SEND =
      "select set_config('synchronous_commit', 'off', true) from pg_notify(:channel, :sender)";

  private final Transactions transactions;
  private final Executor threads;
  private final String self;
  private final AtomicBoolean wanted = new AtomicBoolean();

  /** Makes one that says who has news. */
  NewsSender(Transactions transactions, Executor threads, String self) {
    this.transactions = transactions;
    this.threads = threads;
    this.self = self;
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
                  .createNativeQuery(SEND, String.class)
                  .setParameter("channel", Subscription.CHANNEL)
                  .setParameter("sender", self)
                  .getSingleResult());
    } catch (RuntimeException e) {
      unsent(e);
    }
  }

  private static void unsent(RuntimeException e) {
    LOG.log(Level.DEBUG, "other nodes are not told that there is news", e);
  }
}
