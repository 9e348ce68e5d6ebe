package io.tokenrevocation.pool;

import java.time.Duration;
import java.util.Optional;

/**
 * What a client gets.
 *
 * @param accessToken a compact JWS
 * @param idToken a compact JWS
 * @param refreshToken at sign-in, and whenever it was rotated
 * @param accessLifetime how long the access token lives
 */
public record IssuedTokens(
    String accessToken, String idToken, Optional<String> refreshToken, Duration accessLifetime) {

  /** The scope of every access token: none comes from an authorization endpoint. */
  public static final String SCOPE = "aws.cognito.signin.user.admin";

  /** Shows no token. */
  @Override
  public String toString() {
    return "IssuedTokens[accessLifetime=" + accessLifetime + "]";
  }
}
