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

  /** The user, if the user directory knows them at this moment. */
  Optional<User> find(String username) {
    return users.get().find(firstPool, username);
  }

  /**
   * Tells whether the user directory lets an administrator stay who has signed in: whom it knows
   * must be one there, and whom it knew must be the same user still.
   */
  boolean admits(SignIn signIn) {
    var subject = signIn.begun().subject();
    return find(signIn.name())
        .map(user -> isAdministrator(user) && (subject.isEmpty() || subject.equals(user.subject())))
        .orElse(subject.isEmpty());
  }

  /** Tells whether a user of the directory's may administer. */
  static boolean isAdministrator(User user) {
    return user.enabled() && user.groups().contains(Administrators.ROLE);
  }

  /** Somebody whose password was right, and their groups. */
  record Known(String name, Set<String> groups) {

    boolean isAdministrator() {
      return groups.contains(Administrators.ROLE);
    }
  }
}
