package io.tokenrevocation;

import java.time.Instant;

/**
 * Takes out of use every token of one login session of the issuer.
 *
 * @param issuer the {@code iss} claim: a URI, compared character by character; not blank
 * @param sessionId the {@code sid} claim, compared character by character; not blank
 * @param retainUntil when no token this covers can still be live, and the record may be deleted
 * @see <a href="https://openid.net/specs/openid-connect-frontchannel-1_0.html">OpenID Connect:
 *     sid</a>
 */
public record SessionRevocation(String issuer, String sessionId, Instant retainUntil)
    implements Revocation {

  /** Refuses blanks. */
  public SessionRevocation {
    RevocationKey.requireText("issuer", issuer);
    RevocationKey.requireText("sessionId", sessionId);
  }

  @Override
  public RevocationKey key() {
    return new RevocationKey(RevocationKey.Kind.SESSION, issuer, sessionId);
  }

  @Override
  public boolean covers(VerifiedToken token) {
    return token.issuer().equals(issuer) && sessionId.equals(token.sessionId());
  }
}
