package io.tokenrevocation;

import java.time.Instant;

/**
 * Takes out of use every token that one issuer gave one client before an instant.
 *
 * @param issuer the {@code iss} claim: a URI, compared character by character; not blank
 * @param clientId the {@code client_id} claim, compared character by character; not blank
 * @param issuedBefore exclusive; in whole seconds, the resolution of {@code iat}
 * @param retainUntil when no token this covers can still be live, and the record may be deleted
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7519#section-4.1.6">RFC 7519, 4.1.6: iat</a>
 */
public record ClientRevocation(
    String issuer, String clientId, Instant issuedBefore, Instant retainUntil)
    implements CutOffRevocation {

  /** Refuses blanks and fractions of a second. */
  public ClientRevocation {
    RevocationKey.requireText("issuer", issuer);
    RevocationKey.requireText("clientId", clientId);
    issuedBefore = IssuedBefore.wholeSecond(issuedBefore);
  }

  @Override
  public RevocationKey key() {
    return new RevocationKey(RevocationKey.Kind.CLIENT, issuer, clientId);
  }

  @Override
  public boolean covers(VerifiedToken token) {
    return token.issuer().equals(issuer)
        && clientId.equals(token.clientId())
        && token.issuedAt().isBefore(issuedBefore);
  }
}
