package io.tokenrevocation.pool;

import java.util.function.Function;

/**
 * Where sign-ins and revocations are kept. Implementations are thread-safe.
 *
 * <p>A transaction here is never part of the caller's: it commits or fails by itself.
 */
public interface SessionStore {

  /**
   * Does work in one transaction and commits it.
   *
   * @param work must not keep the transaction, nor wait for anything else
   * @param <T> what it finds out
   * @return what the work returned; durable
   * @throws io.tokenrevocation.StoreUnavailableException if it may not be durable
   */
  <T> T inTransaction(Function<SessionTransaction, T> work);
}
