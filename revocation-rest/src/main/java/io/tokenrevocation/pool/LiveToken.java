package io.tokenrevocation.pool;

import io.tokenrevocation.VerifiedToken;

/** A token of a user pool that is in use. */
public sealed interface LiveToken {

  /**
   * Returns whose it is.
   *
   * @return a session that is neither revoked nor signed out
   */
  LiveSession session();

  /**
   * Returns who issued it.
   *
   * @return the issuer of the session's pool
   */
  String issuer();

  /**
   * An access or ID token.
   *
   * @param token what it says
   * @param session whose it is
   */
  record Signed(VerifiedToken token, LiveSession session) implements LiveToken {

    @Override
    public String issuer() {
      return token.issuer();
    }
  }

  /**
   * A refresh token.
   *
   * @param session whose it is
   * @param issuer who issued it
   */
  record Refresh(LiveSession session, String issuer) implements LiveToken {}
}
