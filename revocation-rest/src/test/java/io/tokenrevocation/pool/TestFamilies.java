package io.tokenrevocation.pool;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** Families as a sign-in makes them, with refresh tokens that live as long as any. */
final class TestFamilies {

  private TestFamilies() {}

  static Family of(SubjectKey owner, Instant issuedAt) {
    return of(owner, "alice", issuedAt);
  }

  static Family of(SubjectKey owner, String username, Instant issuedAt) {
    return new Family(
        UUID.randomUUID(),
        owner,
        username,
        "web",
        0,
        issuedAt,
        new Caller("192.0.2.7", "Browser"),
        RefreshTokens.first(RefreshToken.first()),
        issuedAt.plus(Duration.ofDays(3650)),
        new Family.Minted(issuedAt, issuedAt.plus(Duration.ofHours(1))),
        null);
  }

  static Family revoked(Family family, Instant at) {
    return new Family(
        family.id(),
        family.owner(),
        family.username(),
        family.clientId(),
        family.signOutEpoch(),
        family.authTime(),
        family.signedInBy(),
        family.refreshTokens(),
        family.refreshExpiresAt(),
        family.minted(),
        at);
  }
}
