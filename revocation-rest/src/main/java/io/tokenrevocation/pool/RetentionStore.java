package io.tokenrevocation.pool;

import java.time.Duration;

/**
 * Where that is removed which nobody looks for any more. Implementations are thread-safe.
 *
 * <p>Each call is a transaction of its own, by one node at a time, and takes no lock that a
 * sign-in, a refresh or a revocation waits for.
 */
public interface RetentionStore {

  /**
   * Removes revocations that need not be kept any longer, unless another node is removing.
   *
   * @param most how many at most
   * @return how many were
   * @throws io.tokenrevocation.StoreUnavailableException if that is not known
   */
  int removeRevocations(int most);

  /**
   * Removes families whose tokens have all expired, unless another node is removing.
   *
   * @param after how long ago at least
   * @param most how many at most
   * @return how many were
   * @throws io.tokenrevocation.StoreUnavailableException if that is not known
   */
  int removeFamilies(Duration after, int most);

  /**
   * Removes entries of the audit trail, unless another node is removing.
   *
   * @param after how old they are at least
   * @param most how many at most
   * @return how many were
   * @throws io.tokenrevocation.StoreUnavailableException if that is not known
   */
  int removeAuditEntries(Duration after, int most);

  /**
   * Keeps what was removed last, for {@link NodeStore}.
   *
   * @param revocations how many
   * @param families how many
   * @throws io.tokenrevocation.StoreUnavailableException if it may not be kept
   */
  void removed(long revocations, long families);
}
