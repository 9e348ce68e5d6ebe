package io.tokenrevocation.mint;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Where signing keys are kept. Implementations are thread-safe.
 *
 * <p>Every method throws {@link io.tokenrevocation.StoreUnavailableException} if it cannot tell, or
 * if what it did may not be durable.
 */
public interface SealedKeyStore {

  /**
   * Returns which keys there are: as long as it is the same, nothing has changed.
   *
   * @return the ids of the keys of all pools
   */
  Set<String> keyIds();

  /**
   * Returns the keys of a pool.
   *
   * @param poolId a user pool
   * @return in the order in which they sign
   */
  List<SealedKey> keysOf(String poolId);

  /**
   * Returns when the keys of a pool were made.
   *
   * @param poolId a user pool
   * @return by key id, by the store's clock
   */
  Map<String, Instant> madeAt(String poolId);

  /**
   * Returns what a change would do to the keys of a pool, and does nothing.
   *
   * @param poolId a user pool
   * @param change called in a transaction, again if that has to be repeated
   * @return what it would do; another node may do it first
   */
  KeyChange foresee(String poolId, Change change);

  /**
   * Changes the keys of a pool, which no other node does meanwhile: they wait for it.
   *
   * @param poolId a user pool that is stored
   * @param change called in the transaction, again if that has to be repeated
   * @param act whose wish it is, written down in the same transaction if anything changes; empty if
   *     it is nobody's
   * @return what it did
   */
  KeyChange change(String poolId, Change change, Optional<KeyAct> act);

  /** Says what becomes of the keys of a pool. */
  @FunctionalInterface
  interface Change {

    /**
     * Returns the keys the pool is to have. A key is added or left out, never altered.
     *
     * @param stored in the order in which they sign
     * @param now by the store's clock
     * @return in any order
     */
    List<SealedKey> apply(List<SealedKey> stored, Instant now);
  }
}
