package io.tokenrevocation.pool;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Where app clients are kept. Implementations are thread-safe.
 *
 * <p>Every method throws {@link io.tokenrevocation.StoreUnavailableException} if it cannot tell, or
 * if what it did may not be durable.
 */
public interface ClientStore {

  /**
   * Returns the store's own time.
   *
   * @return the same clock for every node
   */
  Instant now();

  /**
   * Finds a client.
   *
   * @param id its id
   * @return empty if there is none
   */
  Optional<AppClient> find(String id);

  /**
   * Returns the first clients of a pool after an id.
   *
   * @param poolId the pool
   * @param after exclusive; need not be the id of a client, or not any more
   * @param limit how many at most
   * @return ordered by id
   */
  List<AppClient> list(String poolId, String after, int limit);

  /**
   * Adds a client, unless one with its id exists.
   *
   * @param client the new client
   * @param act written to the audit trail if it is
   * @return true if it was added
   */
  boolean add(AppClient client, AuditAct act);

  /**
   * Changes a client, which nobody else does meanwhile.
   *
   * @param poolId the pool it must be of
   * @param id its id
   * @param change must not change id, pool, secret or creation
   * @param act written to the audit trail if it is changed
   * @return as it is now, or empty if the pool has no such client
   */
  Optional<AppClient> update(
      String poolId, String id, UnaryOperator<AppClient> change, AuditAct act);
}
