package io.tokenrevocation.jpa;

import io.tokenrevocation.RevocationKey;
import io.tokenrevocation.pool.CutOff;
import io.tokenrevocation.pool.SubjectKey;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;

/** What a transaction reads and writes of cut-offs. */
final class JpaCutOffs {

  private final EntityManager entities;

  JpaCutOffs(EntityManager entities) {
    this.entities = entities;
  }

  /** The latest that applies to a user at a client; the epoch if none does. */
  Instant latest(SubjectKey subject, String clientId) {
    var latest =
        entities
            .createQuery(
                "select max(signedInBefore) from CutOffEntity where id.poolId = :pool"
                    + " and (id.kind = SUBJECT and id.revoked = :subject"
                    + " or id.kind = CLIENT and id.revoked = :client"
                    + " or id.kind = ISSUER and id.revoked = :pool)",
                Instant.class)
            .setParameter("pool", subject.poolId())
            .setParameter("subject", subject.subject())
            .setParameter("client", clientId)
            .getSingleResult();
    return latest == null ? Instant.EPOCH : latest;
  }

  /** The newest is looked at first: of those it covers, it has the longest to live. */
  boolean coversAny(CutOff cutOff) {
    return !entities
        .createQuery(
            "select 1 from FamilyEntity where poolId = :pool and authTime < :before"
                + " and refreshExpiresAt > :now and "
                + restriction(cutOff.kind())
                + " = :revoked order by authTime desc",
            Integer.class)
        .setParameter("pool", cutOff.poolId())
        .setParameter("before", cutOff.signedInBefore())
        .setParameter("now", DatabaseClock.now(entities))
        .setParameter("revoked", cutOff.revoked())
        .setMaxResults(1)
        .getResultList()
        .isEmpty();
  }

  /** Keeps one; of two under a key, the later bound. */
  void raise(CutOff cutOff) {
    var id = CutOffEntity.Id.of(cutOff);
    var found = entities.find(CutOffEntity.class, id, LockModeType.PESSIMISTIC_WRITE);
    if (found == null) {
      entities.persist(new CutOffEntity(cutOff));
      entities.flush();
    } else {
      found.raise(cutOff.signedInBefore());
    }
  }

  private static String restriction(RevocationKey.Kind kind) {
    return switch (kind) {
      case SUBJECT -> "subject";
      case CLIENT -> "clientId";
      case ISSUER -> "poolId";
      case TOKEN, FAMILY, SESSION -> throw new IllegalArgumentException(kind + " has no cut-off");
    };
  }
}
