package io.tokenrevocation.pool;

import io.tokenrevocation.TokenUse;
import io.tokenrevocation.VerifiedToken;
import io.tokenrevocation.token.TokenVerifier;
import java.util.Set;

/**
 * Verifies tokens of this authority's own pools. Keys of other issuers are not known here, so that
 * nobody can have them fetched by what they send. Thread-safe.
 */
public final class OwnTokens {

  private final TokenVerifier verifier;

  /**
   * Makes one.
   *
   * @param verifier that knows the pools' own keys only
   */
  OwnTokens(TokenVerifier verifier) {
    this.verifier = verifier;
  }

  /**
   * Verifies an access token.
   *
   * @param token what a caller sent
   * @return what it says
   * @throws io.tokenrevocation.InvalidTokenException if it is none of ours, or not valid now
   */
  public VerifiedToken verify(String token) {
    return verifier.verify(token);
  }

  VerifiedToken verify(String token, Set<TokenUse> accepted) {
    return verifier.verify(token, accepted);
  }
}
