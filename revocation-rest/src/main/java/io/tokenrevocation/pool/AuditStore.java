package io.tokenrevocation.pool;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The audit trail in the database. Implementations are thread-safe.
 *
 * <p>Every method is a transaction of its own, and throws {@link
 * io.tokenrevocation.StoreUnavailableException} if it cannot tell, or if what it did may not be
 * durable.
 */
public interface AuditStore {

  /**
   * Returns the store's own time.
   *
   * @return the same clock for every node, and for the entries
   */
  Instant now();

  /**
   * Adds an entry of an act that needs no other transaction.
   *
   * @param act what was done or refused
   */
  void append(AuditAct act);

  /**
   * Returns the newest entries.
   *
   * @param query which
   * @param before exclusive; empty for the end of the trail
   * @param most how many at most
   * @return newest first
   */
  List<AuditEntry> newest(AuditQuery query, Optional<AuditPosition> before, int most);

  /**
   * Returns the oldest entries.
   *
   * @param query which
   * @param after exclusive; empty for the beginning of the trail
   * @param most how many at most
   * @return oldest first
   */
  List<AuditEntry> oldest(AuditQuery query, Optional<AuditPosition> after, int most);

  /**
   * Counts entries in equal parts of a time.
   *
   * @param query which; has both bounds
   * @param parts how many
   * @return as many numbers
   */
  List<Long> counts(AuditQuery query, int parts);
}
