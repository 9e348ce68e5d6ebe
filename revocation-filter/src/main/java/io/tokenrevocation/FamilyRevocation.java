package io.tokenrevocation;

import java.time.Instant;

/**
 * Takes out of use every token that descends from one sign-in, however often it was refreshed.
 *
 * @param issuer the {@code iss} claim: a URI, compared character by character; not blank
 * @param familyId the {@code origin_jti} claim, compared character by character; not blank
 * @param retainUntil when no token this covers can still be live, and the record may be deleted
 * @see <a
 *     href="https://docs.aws.amazon.com/cognito/latest/developerguide/token-revocation.html">Ending
 *     user sessions with token revocation</a>
 */
public record FamilyRevocation(String issuer, String familyId, Instant retainUntil)
    implements Revocation {

  /** Refuses blanks. */
  public FamilyRevocation {
    RevocationKey.requireText("issuer", issuer);
    RevocationKey.requireText("familyId", familyId);
  }

  @Override
  public RevocationKey key() {
    return new RevocationKey(RevocationKey.Kind.FAMILY, issuer, familyId);
  }

  @Override
  public boolean covers(VerifiedToken token) {
    return token.issuer().equals(issuer) && familyId.equals(token.familyId());
  }
}
