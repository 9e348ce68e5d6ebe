package io.tokenrevocation.token;

import java.time.Duration;

/**
 * An issuer whose tokens are accepted.
 *
 * @param uri the {@code iss} of its tokens, compared character by character; not blank
 * @param profile how its tokens are read
 * @param longestTokenLife how far {@code exp} may be from {@code iat}, inclusive; longer than zero.
 *     A revocation by cut-off has to be kept for so long, so a token that lives longer is refused
 * @param keys its public keys
 */
public record TrustedIssuer(
    String uri, TokenProfile profile, Duration longestTokenLife, IssuerKeys keys) {

  /** Refuses a blank, and tokens without a life. */
  public TrustedIssuer {
    if (uri.isBlank()) {
      throw new IllegalArgumentException("uri must not be blank");
    }
    if (longestTokenLife.isNegative() || longestTokenLife.isZero()) {
      throw new IllegalArgumentException("longestTokenLife must be longer than zero");
    }
  }
}
