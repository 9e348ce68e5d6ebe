package io.tokenrevocation.rest.console;

import io.tokenrevocation.pool.User;
import io.tokenrevocation.pool.UserDirectory;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** A user directory, all of whose users have the same password. */
final class TestUsers implements UserDirectory {

  static final String PASSWORD = "correct horse battery staple";
  static final String ROLE = "revocation-admin";

  private final Map<String, User> users = new HashMap<>();

  /** Puts somebody there whom no other test knows; returns the subject. */
  String put(String username, boolean enabled, String... groups) {
    return put(username, UUID.randomUUID().toString(), enabled, groups);
  }

  String put(String username, String subject, boolean enabled, String... groups) {
    users.put(username, new User(username, subject, enabled, List.of(groups), Map.of()));
    return subject;
  }

  void remove(String username) {
    users.remove(username);
  }

  @Override
  public Optional<User> authenticate(String poolId, String username, String password) {
    return find(poolId, username).filter(user -> password.equals(PASSWORD));
  }

  @Override
  public Optional<User> find(String poolId, String username) {
    return Optional.ofNullable(users.get(username));
  }
}
