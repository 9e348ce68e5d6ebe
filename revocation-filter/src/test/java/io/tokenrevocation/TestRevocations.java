package io.tokenrevocation;

import static io.tokenrevocation.TestTokens.ISSUER;
import static io.tokenrevocation.TestTokens.NOW;

import java.time.Duration;
import java.time.Instant;

/** Revocations by the issuer of {@link TestTokens}, to be kept for another day. */
public final class TestRevocations {

  public static final Instant RETAIN_UNTIL = NOW.plus(Duration.ofDays(1));

  private TestRevocations() {}

  public static TokenRevocation ofToken(String tokenId) {
    return ofToken(tokenId, RETAIN_UNTIL);
  }

  public static TokenRevocation ofToken(String tokenId, Instant retainUntil) {
    return new TokenRevocation(ISSUER, tokenId, retainUntil);
  }

  public static FamilyRevocation ofFamily(String familyId) {
    return new FamilyRevocation(ISSUER, familyId, RETAIN_UNTIL);
  }

  public static SessionRevocation ofSession(String sessionId) {
    return new SessionRevocation(ISSUER, sessionId, RETAIN_UNTIL);
  }

  public static SubjectRevocation ofSubject(String subject, Instant issuedBefore) {
    return new SubjectRevocation(ISSUER, subject, issuedBefore, RETAIN_UNTIL);
  }

  public static ClientRevocation ofClient(String clientId, Instant issuedBefore) {
    return new ClientRevocation(ISSUER, clientId, issuedBefore, RETAIN_UNTIL);
  }

  public static IssuerRevocation ofIssuer(Instant issuedBefore) {
    return new IssuerRevocation(ISSUER, issuedBefore, RETAIN_UNTIL);
  }
}
