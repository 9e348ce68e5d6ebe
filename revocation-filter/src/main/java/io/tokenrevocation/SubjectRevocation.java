package io.tokenrevocation;

import java.time.Instant;

/**
 * Takes out of use every token that one issuer gave one subject before an instant.
 *
 * @param issuer the {@code iss} claim: a URI, compared character by character; not blank
 * @param subject the {@code sub} claim, compared character by character; not blank
 * @param issuedBefore exclusive; in whole seconds, the resolution of {@code iat}
 * @param retainUntil when no token this covers can still be live, and the record may be deleted
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7519#section-4.1.6">RFC 7519, 4.1.6: iat</a>
 */
public record SubjectRevocation(
    String issuer, String subject, Instant issuedBefore, Instant retainUntil)
    implements CutOffRevocation {

  /** Refuses blanks and fractions of a second. */
  public SubjectRevocation {
    RevocationKey.requireText("issuer", issuer);
    RevocationKey.requireText("subject", subject);
    issuedBefore = IssuedBefore.wholeSecond(issuedBefore);
  }

  @Override
  public RevocationKey key() {
    return new RevocationKey(RevocationKey.Kind.SUBJECT, issuer, subject);
  }

  @Override
  public boolean covers(VerifiedToken token) {
    return token.issuer().equals(issuer)
        && subject.equals(token.subject())
        && token.issuedAt().isBefore(issuedBefore);
  }
}
