package io.tokenrevocation.pool;

import io.tokenrevocation.StoreUnavailableException;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Removes what is over, a small batch at a time, so that nobody waits for it. Called again and
 * again, from one thread at a time.
 */
final class Purge {

  private static final System.Logger LOG = System.getLogger(Purge.class.getName());

  static final int BATCH = 1_000;

  /** How long nothing is looked for once all is gone, or another node is at it. */
  private static final long INTERVAL_NANOS = Duration.ofMinutes(1).toNanos();

  /** Between two batches, however often this is called. */
  private static final long PAUSE_NANOS = Duration.ofMillis(100).toNanos();

  private final RetentionStore store;
  private final Duration auditRetention;
  private final LongSupplier nanos;
  private long restSince;
  private long rest = INTERVAL_NANOS;
  private long revocations;
  private long families;
  private long entries;

  Purge(RetentionStore store, Duration auditRetention, LongSupplier nanos) {
    this.store = store;
    this.auditRetention = auditRetention;
    this.nanos = nanos;
    this.restSince = nanos.getAsLong();
  }

  /** Removes a batch, if it is time to. What cannot be removed now is removed later. */
  void run() {
    if (nanos.getAsLong() - restSince < rest) {
      return;
    }
    rest = INTERVAL_NANOS;
    try {
      rest = removeSome() ? PAUSE_NANOS : INTERVAL_NANOS;
    } catch (StoreUnavailableException e) {
      LOG.log(Level.DEBUG, "what is over is not removed yet", e);
    } finally {
      restSince = nanos.getAsLong();
    }
    if (rest == INTERVAL_NANOS) {
      report();
    }
  }

  /** Returns whether there may be more. */
  private boolean removeSome() {
    var someRevocations = store.removeRevocations(BATCH);
    revocations += someRevocations;
    var someFamilies = store.removeFamilies(Retention.OF_EXPIRED_FAMILIES, BATCH);
    families += someFamilies;
    var someEntries = store.removeAuditEntries(auditRetention, BATCH);
    entries += someEntries;
    return someRevocations == BATCH || someFamilies == BATCH || someEntries == BATCH;
  }

  private void keepReport() {
    try {
      store.removed(revocations, families);
    } catch (StoreUnavailableException e) {
      LOG.log(Level.DEBUG, "what was removed is not kept", e);
    }
  }

  private void report() {
    if (revocations + families > 0) {
      LOG.log(Level.INFO, Messages.PURGED.text(revocations, families));
      keepReport();
    }
    if (entries > 0) {
      LOG.log(Level.INFO, Messages.AUDIT_PURGED.text(entries));
    }
    revocations = 0;
    families = 0;
    entries = 0;
  }
}
