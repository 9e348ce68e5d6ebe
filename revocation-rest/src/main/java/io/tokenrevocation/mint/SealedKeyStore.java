package io.tokenrevocation.mint;

import java.util.List;
import java.util.function.Supplier;

/** Where signing keys are kept. Implementations are thread-safe. */
public interface SealedKeyStore {

  /**
   * Returns the keys of a pool, and makes the first ones.
   *
   * <p>Of several nodes that start at once, one makes the keys and all return those.
   *
   * @param poolId a user pool that is stored
   * @param first makes the keys of a pool that has none; called at most once, in a transaction
   * @return oldest first
   * @throws io.tokenrevocation.StoreUnavailableException if they are not known
   */
  List<SealedKey> keysOf(String poolId, Supplier<List<SealedKey>> first);
}
