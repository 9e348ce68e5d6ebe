package io.tokenrevocation.pool;

import java.util.Optional;

/**
 * The users, who are not ours: an application provides one CDI bean of this type.
 *
 * <p>Implementations are thread-safe. They are called outside of the authority's transactions.
 */
public interface UserDirectory {

  /**
   * Checks a password.
   *
   * @param poolId the user pool signed in to
   * @param username what the caller typed; not trusted
   * @param password what the caller typed
   * @return the user, or empty if there is none with this password; takes the same time either way
   */
  Optional<User> authenticate(String poolId, String username, String password);

  /**
   * Finds a user.
   *
   * @param poolId the user pool
   * @param username the name they signed in with, or what a caller typed who could not sign in
   * @return empty if they do not exist, or not any more
   */
  Optional<User> find(String poolId, String username);
}
