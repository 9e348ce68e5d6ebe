package io.tokenrevocation.sample.users;

import io.tokenrevocation.pool.User;
import io.tokenrevocation.pool.UserDirectory;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Users in memory, the same in every pool, who all have the same password. */
@ApplicationScoped
@Alternative
@Priority(1)
public class ChangingUsers implements UserDirectory {

  private static final String PASSWORD = "Sample-Passw0rd!";

  private final Map<String, User> users = new ConcurrentHashMap<>();

  public ChangingUsers() {}

  @Override
  public Optional<User> authenticate(String poolId, String username, String password) {
    return find(poolId, username).filter(user -> password.equals(PASSWORD));
  }

  @Override
  public Optional<User> find(String poolId, String username) {
    return Optional.ofNullable(users.get(username));
  }

  /** Makes a user, or changes one. */
  public void put(String username, String subject, boolean enabled) {
    users.put(username, new User(username, subject, enabled, List.of(), Map.of()));
  }

  /** Deletes a user. */
  public void delete(String username) {
    users.remove(username);
  }
}
