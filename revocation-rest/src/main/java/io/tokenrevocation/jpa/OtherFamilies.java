package io.tokenrevocation.jpa;

import io.tokenrevocation.Revocation;
import io.tokenrevocation.pool.EndedFamily;
import io.tokenrevocation.pool.SubjectKey;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Revokes all families of a user but one: one statement, however many they are. */
final class OtherFamilies {

  private static final String OF_USER =
      " where f.poolId = :pool and f.subject = :subject and f.signOutEpoch >= :epoch"
          + " and f.id <> :kept";

  private final EntityManager entities;
  private final SubjectKey subject;
  private final long epoch;
  private final UUID kept;

  OtherFamilies(EntityManager entities, SubjectKey subject, long epoch, UUID kept) {
    this.entities = entities;
    this.subject = subject;
    this.epoch = epoch;
    this.kept = kept;
  }

  /** Those that expired before any filter still accepts a token of theirs stay as they are. */
  List<EndedFamily> revoke(Instant now) {
    var over = now.minus(Revocation.GREATEST_LEEWAY);
    entities
        .createQuery(
            "update FamilyEntity f set f.revokedAt = :now"
                + OF_USER
                + " and f.revokedAt is null"
                + " and (f.refreshExpiresAt > :over or f.latestExpiry > :over)")
        .setParameter("pool", subject.poolId())
        .setParameter("subject", subject.subject())
        .setParameter("epoch", epoch)
        .setParameter("kept", kept)
        .setParameter("now", now)
        .setParameter("over", over)
        .executeUpdate();
    return accepted(now, over);
  }

  private List<EndedFamily> accepted(Instant now, Instant over) {
    return entities
        .createQuery(
            "select f.id as id, f.latestExpiry as expiry from FamilyEntity f"
                + OF_USER
                + " and f.revokedAt = :now and f.latestExpiry > :over",
            Tuple.class)
        .setParameter("pool", subject.poolId())
        .setParameter("subject", subject.subject())
        .setParameter("epoch", epoch)
        .setParameter("kept", kept)
        .setParameter("now", now)
        .setParameter("over", over)
        .getResultStream()
        .map(row -> new EndedFamily(row.get("id", UUID.class), row.get("expiry", Instant.class)))
        .toList();
  }
}
