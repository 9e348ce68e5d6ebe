package io.tokenrevocation.pool;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** Families as a sign-in makes them. */
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
        issuedAt.plus(Duration.ofDays(30)),
        new Family.Minted(issuedAt, issuedAt.plus(Duration.ofHours(1))),
        null);
  }

  /** The hash of the refresh token a test family would have. */
  static byte[] hash(Family family) {
    return RefreshToken.hash(family.id().toString());
  }
}
