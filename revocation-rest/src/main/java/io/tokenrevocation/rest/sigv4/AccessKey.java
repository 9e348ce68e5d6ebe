package io.tokenrevocation.rest.sigv4;

import io.tokenrevocation.rest.sigv4.AccessRefusedException.Kind;
import java.util.Locale;

/** An access key whose secret has signed a request. Holds no secret. */
public final class AccessKey {

  private final String id;
  private final Allowed operations;
  private final Allowed pools;

  AccessKey(String id, Allowed operations, Allowed pools) {
    this.id = id;
    this.operations = operations;
    this.pools = pools;
  }

  /**
   * Returns the public name of the key.
   *
   * @return letters, digits and dashes
   */
  public String id() {
    return id;
  }

  /**
   * Refuses an operation the key has not been allowed.
   *
   * @param operation its name, such as {@code AdminUserGlobalSignOut}
   * @throws AccessRefusedException if the key may not call it, on whatever pool
   */
  public void require(String operation) {
    if (!operations.contains(operation)) {
      throw notAllowed(operation, "*");
    }
  }

  /**
   * Refuses an operation, or a pool, the key has not been allowed.
   *
   * @param operation its name
   * @param pool the id of a user pool, or the name of a foreign issuer; need not exist
   * @throws AccessRefusedException if the key may not call it on this pool
   */
  public void require(String operation, String pool) {
    if (!operations.contains(operation) || !pools.contains(pool)) {
      throw notAllowed(operation, pool);
    }
  }

  @Override
  public String toString() {
    return "access key " + id;
  }

  private AccessRefusedException notAllowed(String operation, String resource) {
    return new AccessRefusedException(
        Kind.NOT_ALLOWED,
        String.format(
            Locale.ROOT,
            "User: %s is not authorized to perform: %s:%s on resource: %s",
            id,
            Scope.SERVICE,
            operation,
            resource));
  }
}
