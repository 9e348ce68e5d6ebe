package io.tokenrevocation.pool;

import io.tokenrevocation.ClientRevocation;
import io.tokenrevocation.CutOffRevocation;
import io.tokenrevocation.FamilyRevocation;
import io.tokenrevocation.IssuerRevocation;
import io.tokenrevocation.RevocationKey;
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

  /** The same of one that was revoked along with others. */
  FamilyRevocation of(SubjectKey owner, EndedFamily family) {
    return new FamilyRevocation(
        issuer(owner), family.id().toString(), Retention.ofTokensUntil(family.latestExpiry()));
  }

  /** Every token of a subject issued in an earlier second. */
  CutOffRevocation of(SubjectKey subject, Instant issuedBefore) {
    return cutOff(keyOf(subject), issuedBefore, Retention.ofTokensIssuedBefore(issuedBefore));
  }

  /** By which name the log and the audit trail speak of a subject. */
  RevocationKey keyOf(SubjectKey subject) {
    return new RevocationKey(RevocationKey.Kind.SUBJECT, issuer(subject), subject.subject());
  }

  /** Everything of a subject, a client or an issuer that was issued in an earlier second. */
  static CutOffRevocation cutOff(RevocationKey key, Instant issuedBefore, Instant retainUntil) {
    return switch (key.kind()) {
      case SUBJECT -> new SubjectRevocation(key.issuer(), key.value(), issuedBefore, retainUntil);
      case CLIENT -> new ClientRevocation(key.issuer(), key.value(), issuedBefore, retainUntil);
      case ISSUER -> new IssuerRevocation(key.issuer(), issuedBefore, retainUntil);
      case TOKEN, FAMILY, SESSION ->
          throw new IllegalArgumentException(key.kind() + " has no cut-off");
    };
  }

  /**
   * Makes sure that there is something to write down of a pool.
   *
   * @throws io.tokenrevocation.StoreUnavailableException if it is not started
   */
  void check(String poolId) {
    pools.started(poolId);
  }

  private String issuer(SubjectKey subject) {
    return pools.started(subject.poolId()).issuer();
  }
}
