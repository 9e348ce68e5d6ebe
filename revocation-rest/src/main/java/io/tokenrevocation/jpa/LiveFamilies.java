package io.tokenrevocation.jpa;

import io.tokenrevocation.pool.SubjectKey;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.OptionalLong;

/** Counts a user's sign-ins that an act is about to end. */
final class LiveFamilies {

  /** Whoever has more is not worth having a sign-out wait for the count. */
  private static final int MOST = 10_000;

  private static final String LIVE =
      "select family.id as id from FamilyEntity family"
          + " where family.poolId = :pool and family.subject = :subject"
          + " and family.authTime < :before and family.signOutEpoch = :epoch"
          + " and family.revokedAt is null"
          + " and (family.refreshExpiresAt > :now or family.latestExpiry > :now)"
          + " and not exists (select 1 from CutOffEntity cutOff where cutOff.id.poolId = :pool"
          + " and cutOff.signedInBefore > family.authTime"
          + " and (cutOff.id.kind = SUBJECT and cutOff.id.revoked = :subject"
          + " or cutOff.id.kind = CLIENT and cutOff.id.revoked = family.clientId"
          + " or cutOff.id.kind = ISSUER and cutOff.id.revoked = :pool))"
          + " limit :most";

  private LiveFamilies() {}

  static OptionalLong count(
      EntityManager entities, SubjectKey subject, long epoch, Instant signedInBefore) {
    var count =
        entities
            .createQuery("select count(*) from (" + LIVE + ") live", Long.class)
            .setParameter("pool", subject.poolId())
            .setParameter("subject", subject.subject())
            .setParameter("before", signedInBefore)
            .setParameter("epoch", epoch)
            .setParameter("now", DatabaseClock.now(entities))
            .setParameter("most", MOST + 1)
            .getSingleResult();
    return count > MOST ? OptionalLong.empty() : OptionalLong.of(count);
  }
}
