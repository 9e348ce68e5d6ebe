package io.tokenrevocation.pool;

import io.tokenrevocation.mint.KeyChange;
import io.tokenrevocation.mint.Resealing;
import io.tokenrevocation.mint.SigningKeys;
import io.tokenrevocation.mint.Vault;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * What becomes of keys in the course of time: those of other nodes are read, the next ones made,
 * old ones removed, and what lies under a previous encryption key is brought under the present one.
 * Called again and again; {@link #run} from one thread at a time.
 */
final class KeyUpkeep {

  private static final System.Logger LOG = System.getLogger(KeyUpkeep.class.getName());
  private static final long INTERVAL_NANOS = Duration.ofMinutes(1).toNanos();

  private final List<String> poolIds;
  private final SigningKeys keys;
  private final Vault vault;
  private final Resealing resealing;
  private final LongSupplier nanos;
  private long keptUp;
  private boolean failing;

  KeyUpkeep(
      List<String> poolIds,
      SigningKeys keys,
      Vault vault,
      Resealing resealing,
      LongSupplier nanos) {
    this.poolIds = List.copyOf(poolIds);
    this.keys = keys;
    this.vault = vault;
    this.resealing = resealing;
    this.nanos = nanos;
    this.keptUp = nanos.getAsLong();
  }

  /**
   * Reads the keys if another node has changed them.
   *
   * @throws io.tokenrevocation.StoreUnavailableException if they are not known
   */
  void refresh() {
    keys.refresh();
  }

  /** Does what is next. What cannot be done now is done later, which the log says once. */
  void run() {
    try {
      if (doWhatIsDue()) {
        failing = false;
      }
    } catch (RuntimeException e) { // of the database, or of a key that is not known here
      if (!failing) {
        LOG.log(Level.WARNING, Messages.KEYS_NOT_KEPT_UP.text(e.getMessage()), e);
      }
      failing = true;
    }
  }

  /** Returns whether anything was. */
  private boolean doWhatIsDue() {
    var now = nanos.getAsLong();
    var isTime = now - keptUp >= INTERVAL_NANOS;
    if (isTime) {
      keptUp = now;
      poolIds.forEach(id -> log(id, keys.keepUp(id)));
    }
    var isToReseal = !resealing.isDone();
    if (isToReseal) {
      reseal();
    }
    return isTime || isToReseal;
  }

  static void log(String poolId, KeyChange change) {
    logMade(poolId, change);
    for (var key : change.removed()) {
      LOG.log(Level.INFO, Messages.KEY_REMOVED.text(key.keyId(), poolId));
    }
  }

  static void logMade(String poolId, KeyChange change) {
    for (var key : change.made()) {
      LOG.log(Level.INFO, Messages.KEY_MADE.text(key.keyId(), poolId, key.use(), key.signsFrom()));
    }
  }

  private void reseal() {
    resealing.step();
    if (resealing.isDone() && resealing.unopened() > 0) {
      LOG.log(Level.WARNING, Messages.NOT_RESEALED.text(resealing.unopened()));
    } else if (resealing.isDone()) {
      LOG.log(Level.INFO, Messages.RESEALED.text(vault.keyId(), resealing.resealed()));
    }
  }
}
