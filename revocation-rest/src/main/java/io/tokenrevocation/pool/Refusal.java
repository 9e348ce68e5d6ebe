package io.tokenrevocation.pool;

/** Why a request that was understood is refused: an outcome, not a fault. */
public enum Refusal {
  /** The client has not been given this flow. */
  FLOW_NOT_ENABLED,
  /** No such user, or another password. */
  WRONG_CREDENTIALS,
  /** No such user, at a client that may be told so. */
  NO_SUCH_USER,
  /** The user exists and may not sign in. */
  USER_DISABLED,
  /** The user of a token no longer exists. */
  USER_DELETED,
  /** The name of a token's user is somebody else's now. */
  USER_REPLACED,
  /** A token that none of this authority's pools issued. */
  NOT_OURS,
  /** The client of a token no longer exists. */
  CLIENT_DELETED,
  /** Not a refresh token of this pool. */
  UNKNOWN_REFRESH_TOKEN,
  /** A refresh token of another client of this pool. */
  OTHER_CLIENT,
  /** The sign-in the token descends from was revoked or signed out. */
  REVOKED,
  /** The refresh token's life is over. */
  EXPIRED,
  /** A refresh token that was rotated out. */
  REUSED,
  /** The client's tokens cannot be revoked one family at a time. */
  REVOCATION_NOT_ENABLED,
  /** An access or ID token where a refresh token is wanted. */
  NOT_A_REFRESH_TOKEN,
  /** An issuer that is not configured. */
  UNKNOWN_ISSUER,
  /** Not a family of this pool. */
  UNKNOWN_FAMILY,
  /** Not a session of this user. */
  UNKNOWN_SESSION,
  /** A session of a user pool, which has none: the family is what it has. */
  NO_SESSIONS,
  /** A cut-off for one token, family or session. */
  CUT_OFF_NOT_TAKEN,
  /** A cut-off so far ahead that no difference between clocks explains it. */
  CUT_OFF_IN_THE_FUTURE,
  /** A cut-off that covers nothing which could still be live. */
  CUT_OFF_TOO_OLD,
  /** Not a user pool of this authority. */
  UNKNOWN_POOL,
  /** So many signing keys that no further one is made. */
  TOO_MANY_KEYS
}
