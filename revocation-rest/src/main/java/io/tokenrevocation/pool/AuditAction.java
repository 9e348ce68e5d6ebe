package io.tokenrevocation.pool;

import java.util.Locale;

/** What the audit trail says was done. */
public enum AuditAction {
  /**
   * Tokens were taken out of use: one, a family, a session, or all of a subject, client, issuer.
   */
  REVOKE,
  /** A user was signed out everywhere. */
  SIGN_OUT,
  /** A user was signed out everywhere but in one session. */
  END_OTHERS,
  /** A refresh token was used that had been rotated out. */
  REUSE,
  /** An app client was made. */
  CLIENT_CREATED,
  /** An app client was given other settings. */
  CLIENT_CHANGED,
  /** An app client was deleted, and everything it was given taken out of use. */
  CLIENT_DELETED,
  /** Somebody was told an app client's secret. */
  SECRET_SHOWN,
  /** The next signing keys of a user pool were published. */
  KEYS_ROTATED,
  /** Signing keys that somebody else may know were removed. */
  KEYS_REPLACED,
  /** Somebody signed in to the console. */
  CONSOLE_SIGN_IN;

  /**
   * Returns how the trail spells it.
   *
   * @return such as {@code sign-out}; at most 32 characters
   */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
