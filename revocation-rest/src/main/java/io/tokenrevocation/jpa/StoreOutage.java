package io.tokenrevocation.jpa;

import io.tokenrevocation.StoreUnavailableException;
import io.tokenrevocation.pool.Messages;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Says once that requests cannot use the database, and once that they can again: when one has, and
 * for some seconds none has failed. Thread-safe.
 */
final class StoreOutage {

  private static final System.Logger LOG = System.getLogger(StoreOutage.class.getName());

  /** So that a database which some requests wait for in vain does not fill the log. */
  private static final long CALM_NANOS = Duration.ofSeconds(5).toNanos();

  private final LongSupplier nanos;
  private volatile boolean lost;
  private long failedAt;

  StoreOutage(LongSupplier nanos) {
    this.nanos = nanos;
  }

  /**
   * Does work of a request.
   *
   * @throws StoreUnavailableException if the work does
   */
  <T> T watch(Supplier<T> work) {
    try {
      var result = work.get();
      if (lost) {
        succeeded();
      }
      return result;
    } catch (StoreUnavailableException e) {
      failed(e);
      throw e;
    }
  }

  private synchronized void failed(StoreUnavailableException e) {
    failedAt = nanos.getAsLong();
    if (!lost) {
      LOG.log(Level.WARNING, Messages.STORE_LOST.text(e.getMessage()), e);
    }
    lost = true;
  }

  private synchronized void succeeded() {
    if (lost && nanos.getAsLong() - failedAt >= CALM_NANOS) {
      lost = false;
      LOG.log(Level.INFO, Messages.STORE_BACK.text());
    }
  }
}
