package io.tokenrevocation.pool;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Users in memory, all with the same password. */
final class TestDirectory implements UserDirectory {

  static final String PASSWORD = "correct horse battery staple";

  private final Map<String, User> byName = new ConcurrentHashMap<>();

  /** Adds an enabled user whom no other test knows. */
  User add() {
    return put("user-" + UUID.randomUUID(), UUID.randomUUID().toString(), true);
  }

  void disable(User user) {
    put(user.username(), user.subject(), false);
  }

  void enable(User user) {
    put(user.username(), user.subject(), true);
  }

  void delete(User user) {
    byName.remove(user.username());
  }

  /** Deletes a user and gives the name to somebody else. */
  void replace(User user) {
    put(user.username(), UUID.randomUUID().toString(), true);
  }

  @Override
  public Optional<User> authenticate(String poolId, String username, String password) {
    return find(poolId, username).filter(user -> password.equals(PASSWORD));
  }

  @Override
  public Optional<User> find(String poolId, String username) {
    return Optional.ofNullable(byName.get(username)).filter(user -> isPool(poolId));
  }

  private static boolean isPool(String poolId) {
    return poolId.equals(TestAuthority.POOL);
  }

  private User put(String username, String subject, boolean enabled) {
    var user =
        new User(username, subject, enabled, List.of("staff"), Map.of("email", "a@example.org"));
    byName.put(username, user);
    return user;
  }
}
