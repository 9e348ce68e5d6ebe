package io.tokenrevocation.pool;

/** A way for a client to obtain tokens, which it must have been given. */
public enum AuthFlow {
  /** With a user's name and password. */
  USER_PASSWORD,
  /** With a refresh token. */
  REFRESH_TOKEN
}
