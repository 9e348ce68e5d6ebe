package io.tokenrevocation.rest.console;

import io.tokenrevocation.pool.AuthoritySettings;
import io.tokenrevocation.pool.User;
import io.tokenrevocation.pool.UserDirectory;
import io.tokenrevocation.rest.Administrators;
import io.tokenrevocation.settings.Settings;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.Set;

/**
 * Checks the passwords of administrators: by Jakarta Security, if the application has an identity
 * store, or else as those of users of the first user pool.
 */
@Dependent
class Passwords {

  private final Instance<UserDirectory> users;
  private final Instance<Object> beans;
  private final String firstPool;

  @Inject
  Passwords(Instance<UserDirectory> users, Instance<Object> beans, Settings settings) {
    this.users = users;
    this.beans = beans;
    this.firstPool = settings.get(AuthoritySettings.USER_POOLS).get(0);
  }

  /** Tells whose password it is; empty if it is nobody's. */
  Optional<Known> check(String username, String password) {
    var answer = IdentityStores.check(beans, username, password);
    if (answer instanceof IdentityStores.Answer.Valid valid) {
      return Optional.of(valid.known());
    }
    return answer instanceof IdentityStores.Answer.Invalid
        ? Optional.empty()
        : inDirectory(username, password);
  }

  private Optional<Known> inDirectory(String username, String password) {
    return users
        .get()
        .authenticate(firstPool, username, password)
        .filter(User::enabled)
        .map(user -> new Known(user.username(), Set.copyOf(user.groups())));
  }

  /** Tells whether the user directory knows somebody as an administrator at this moment. */
  boolean isAdministrator(String username) {
    return users
        .get()
        .find(firstPool, username)
        .filter(user -> user.enabled() && user.groups().contains(Administrators.ROLE))
        .isPresent();
  }

  /** Somebody whose password was right, and their groups. */
  record Known(String name, Set<String> groups) {

    boolean isAdministrator() {
      return groups.contains(Administrators.ROLE);
    }
  }
}
