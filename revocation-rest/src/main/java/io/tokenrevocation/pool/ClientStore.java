package io.tokenrevocation.pool;

import java.util.Optional;

/** Where app clients are kept. Implementations are thread-safe. */
public interface ClientStore {

  /**
   * Finds a client.
   *
   * @param id its id
   * @return empty if there is none
   * @throws io.tokenrevocation.StoreUnavailableException if that is not known
   */
  Optional<AppClient> find(String id);

  /**
   * Adds a client, unless one with its id exists.
   *
   * @param client the new client
   * @return true if it was added
   * @throws io.tokenrevocation.StoreUnavailableException if it may not have been
   */
  boolean add(AppClient client);
}
