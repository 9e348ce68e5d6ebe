package io.tokenrevocation;

import java.time.Instant;

/**
 * Takes one token out of use.
 *
 * @param issuer the {@code iss} claim: a URI, compared character by character; not blank
 * @param tokenId the {@code jti} claim, compared character by character; not blank
 * @param retainUntil when no token this covers can still be live, and the record may be deleted
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7519#section-4.1.7">RFC 7519, 4.1.7: jti</a>
 */
public record TokenRevocation(String issuer, String tokenId, Instant retainUntil)
    implements Revocation {

  /** Refuses blanks. */
  public TokenRevocation {
    RevocationKey.requireText("issuer", issuer);
    RevocationKey.requireText("tokenId", tokenId);
  }

  @Override
  public RevocationKey key() {
    return new RevocationKey(RevocationKey.Kind.TOKEN, issuer, tokenId);
  }

  @Override
  public boolean covers(VerifiedToken token) {
    return token.issuer().equals(issuer) && tokenId.equals(token.tokenId());
  }
}
