package io.tokenrevocation.pool;

/**
 * A way for a client to obtain tokens, which it must have been given.
 *
 * <p>A client may be given any of them; this authority itself signs users in with {@link
 * #USER_PASSWORD} and {@link #REFRESH_TOKEN}.
 */
public enum AuthFlow {
  /** With a user's name and password. */
  USER_PASSWORD,
  /** With a user's name and password, sent by a server that signs its requests. */
  ADMIN_USER_PASSWORD,
  /** With a refresh token. */
  REFRESH_TOKEN,
  /** With the Secure Remote Password protocol. */
  USER_SRP,
  /** With challenges of the application's own. */
  CUSTOM,
  /** With whatever the user chooses. */
  USER_AUTH
}
