package io.tokenrevocation.rest.console;

import jakarta.enterprise.inject.Instance;

/**
 * The application's identity stores, where the server has Jakarta Security.
 *
 * <p>What mentions its classes is loaded only if they are there.
 */
final class IdentityStores {

  private static final String HANDLER =
      "jakarta.security.enterprise.identitystore.IdentityStoreHandler";

  private IdentityStores() {}

  /** Asks them; {@link Answer.NotAsked} if there are none that check passwords. */
  static Answer check(Instance<Object> beans, String username, String password) {
    return isThere() ? StoreHandler.check(beans, username, password) : new Answer.NotAsked();
  }

  private static boolean isThere() {
    try {
      Class.forName(HANDLER, false, IdentityStores.class.getClassLoader());
      return true;
    } catch (ClassNotFoundException | LinkageError missing) {
      return false;
    }
  }

  /** What the stores say. */
  sealed interface Answer {

    /** It is their password. */
    record Valid(Passwords.Known known) implements Answer {}

    /** It is not. */
    record Invalid() implements Answer {}

    /** No store can tell. */
    record NotAsked() implements Answer {}
  }
}
