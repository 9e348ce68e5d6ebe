package io.tokenrevocation.sample;

import io.tokenrevocation.pool.User;
import io.tokenrevocation.pool.UserDirectory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Optional;

/**
 * The sample's users for the authority. Passwords are checked by Jakarta Security, which asks
 * {@code SampleIdentityStore}, or where a server is without it, directly.
 */
@ApplicationScoped
class SampleUserDirectory implements UserDirectory {

  private SampleUsers users;
  private Instance<PasswordCheck> checks;

  @SuppressWarnings("NullAway.Init") // for the CDI proxy
  SampleUserDirectory() {}

  @Inject
  SampleUserDirectory(SampleUsers users, Instance<PasswordCheck> checks) {
    this.users = users;
    this.checks = checks;
  }

  @Override
  public Optional<User> authenticate(String poolId, String username, String password) {
    return checks.stream()
        .flatMap(check -> check.isRight(username, password).stream())
        .findFirst()
        .map(right -> users.find(username).filter(user -> right))
        .orElseGet(() -> users.authenticate(username, password));
  }

  @Override
  public Optional<User> find(String poolId, String username) {
    return users.find(username);
  }
}
