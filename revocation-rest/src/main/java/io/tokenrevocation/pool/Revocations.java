package io.tokenrevocation.pool;

import io.tokenrevocation.FamilyRevocation;
import io.tokenrevocation.SubjectRevocation;
import java.time.Instant;

/** Writes down what an act takes out of use, and for how long that must be remembered. */
final class Revocations {

  private final UserPools pools;

  Revocations(UserPools pools) {
    this.pools = pools;
  }

  /** Every token minted from a family so far; it mints no more. */
  FamilyRevocation of(Family family) {
    return new FamilyRevocation(
        issuer(family.owner()),
        family.id().toString(),
        Retention.ofTokensUntil(family.minted().latestExpiry()));
  }

  /** Every token of a subject issued in an earlier second. */
  SubjectRevocation of(SubjectKey subject, Instant issuedBefore) {
    return new SubjectRevocation(
        issuer(subject),
        subject.subject(),
        issuedBefore,
        Retention.ofTokensIssuedBefore(issuedBefore));
  }

  private String issuer(SubjectKey subject) {
    return pools.started(subject.poolId()).issuer();
  }
}
