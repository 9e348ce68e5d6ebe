package io.tokenrevocation.jpa;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Tells the other nodes that this one has committed something, and does not keep anybody waiting.
 * What is committed while a notification is on its way, or soon after, shares the next one.
 * Thread-safe.
 *
 * <p>The transaction of a notification waits for no disk: it has nothing that could be lost.
 */
final class NewsSender {

  private static final System.Logger LOG = System.getLogger(NewsSender.class.getName());

  private static final String SEND =
      "select set_config('synchronous_commit', 'off', true) from pg_notify(:channel, :sender)";

  /** Between two notifications, each of which has all other nodes read the log. */
  private static final Duration REST = Duration.ofMillis(10);

  /** How many a thread sends at most: a server may take it for hung otherwise. */
  private static final int TURN = 50;

  private final Transactions transactions;
  private final Executor threads;
  private final String self;
  private final Duration linger;
  private final Semaphore news = new Semaphore(0);
  private final AtomicBoolean underWay = new AtomicBoolean();

  /**
   * Makes one that says who has news.
   *
   * @param linger how long a thread is kept when there is nothing more to send: on Payara, to be
   *     given one costs more than to send
   */
  NewsSender(Transactions transactions, Executor threads, String self, Duration linger) {
    this.transactions = transactions;
    this.threads = threads;
    this.self = self;
    this.linger = linger;
  }

  /** Never fails, for what is news is durable: unsent, it is heard of at the next pull. */
  void send() {
    try {
      if (transactions.product().pushes()) {
        news.release();
        begin();
      }
    } catch (RuntimeException e) {
      unsent(e);
    }
  }

  /** Unless it has begun. */
  private void begin() {
    if (news.availablePermits() > 0 && underWay.compareAndSet(false, true)) {
      var asker = Thread.currentThread();
      try {
        threads.execute(() -> sendBy(asker));
      } catch (RuntimeException | Error e) {
        underWay.set(false);
        unsent(e);
      }
    }
  }

  /** Whoever has something to tell is not kept, should the thread be theirs. */
  private void sendBy(Thread asker) {
    if (Thread.currentThread().equals(asker)) {
      underWay.set(false);
      sendOnce();
    } else {
      sendWhatComes();
    }
  }

  private void sendWhatComes() {
    try {
      for (var sent = 0; sent < TURN && isNews(); sent++) {
        sendOnce();
        Thread.sleep(REST.toMillis());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      underWay.set(false);
    }
    begin(); // for what has come since
  }

  private boolean isNews() throws InterruptedException {
    return news.tryAcquire(linger.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void sendOnce() {
    news.drainPermits();
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

  private static void unsent(Throwable e) {
    LOG.log(Level.DEBUG, "other nodes are not told that there is news", e);
  }
}
