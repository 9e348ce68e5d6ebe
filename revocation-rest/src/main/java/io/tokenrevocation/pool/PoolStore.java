package io.tokenrevocation.pool;

/** Where user pools are kept. Implementations are thread-safe. */
public interface PoolStore {

  /**
   * Returns a pool, and makes it if it is new.
   *
   * @param pool the pool as it is configured
   * @return the pool as it is stored: the issuer stays what it was when the pool was made
   * @throws io.tokenrevocation.StoreUnavailableException if that is not known
   */
  UserPool ensure(UserPool pool);
}
