package io.tokenrevocation.pool;

import io.tokenrevocation.StoreUnavailableException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The user pools of this authority, once it has started. Thread-safe. */
public final class UserPools {

  private final Map<String, UserPool> byId = new ConcurrentHashMap<>();

  /** Makes an empty register. */
  public UserPools() {}

  void add(UserPool pool) {
    byId.put(pool.id(), pool);
  }

  /**
   * Finds a pool.
   *
   * @param id its id
   * @return empty if this authority has no such pool
   */
  public Optional<UserPool> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /** Returns a pool that something stored belongs to. */
  UserPool started(String id) {
    return find(id)
        .orElseThrow(() -> new StoreUnavailableException("user pool " + id + " is not started"));
  }

  /**
   * Finds the pool that issues tokens under a name.
   *
   * @param issuer the {@code iss} claim
   * @return empty if it is none of this authority's
   */
  public Optional<UserPool> issuing(String issuer) {
    return byId.values().stream().filter(pool -> pool.issuer().equals(issuer)).findFirst();
  }
}
