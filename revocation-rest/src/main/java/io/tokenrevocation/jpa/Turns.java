package io.tokenrevocation.jpa;

import io.tokenrevocation.StoreUnavailableException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Lets only so many requests use the database at once. Should all of them wait for something there,
 * the pool has connections left: a node that could not read the log would soon refuse everything.
 *
 * <p>Thread-safe; who came first is first.
 */
final class Turns {

  private final Semaphore free;
  private final Duration patience;

  /**
   * Makes them.
   *
   * @param atOnce how many have theirs at the same time; fewer than the pool has connections
   * @param patience how long one is waited for, by a thread of the server
   */
  Turns(int atOnce, Duration patience) {
    this.free = new Semaphore(atOnce, true);
    this.patience = patience;
  }

  /**
   * Does work when it is its turn.
   *
   * @throws StoreUnavailableException if that takes too long
   */
  <T> T take(Supplier<T> work) {
    await();
    try {
      return work.get();
    } finally {
      free.release();
    }
  }

  private void await() {
    try {
      if (!free.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new StoreUnavailableException("too many requests wait for the database");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StoreUnavailableException("interrupted while waiting for the database", e);
    }
  }
}
