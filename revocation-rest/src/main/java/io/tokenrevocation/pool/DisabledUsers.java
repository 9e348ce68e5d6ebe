package io.tokenrevocation.pool;

/**
 * Takes everything out of use that a disabled user has, for good: it stays so when they are enabled
 * again.
 *
 * <p>Nobody says when a user is disabled. It is found out when a token of theirs is presented, and
 * whoever finds it out says so here. Thread-safe.
 */
final class DisabledUsers {

  private static final Note NOTE = new Note("authority", "the user is disabled");

  private final SignOut signOut;

  DisabledUsers(SignOut signOut) {
    this.signOut = signOut;
  }

  /**
   * Signs a disabled user out everywhere, unless nothing of theirs is live any more.
   *
   * @param user whom the directory says to be disabled
   * @throws io.tokenrevocation.StoreUnavailableException if it may not be durable
   */
  void found(SubjectKey user) {
    signOut.ending(user, NOTE);
  }
}
