package io.tokenrevocation.pool;

import io.tokenrevocation.RevocationKey.Kind;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which live sessions of a user pool are counted.
 *
 * @param poolId the pool
 * @param kind {@link Kind#FAMILY}, {@link Kind#SUBJECT}, {@link Kind#CLIENT} or {@link Kind#ISSUER}
 * @param value the family key, the subject, the client id, or the pool's id again
 * @param signedInBefore exclusive; or null for those of any time
 * @param except this one does not count; or null
 * @param revokedAt null for those that are live, or else those that were until they were revoked at
 *     this very instant
 */
public record SessionScope(
    String poolId,
    Kind kind,
    String value,
    @Nullable Instant signedInBefore,
    @Nullable UUID except,
    @Nullable Instant revokedAt) {

  static SessionScope of(SubjectKey subject) {
    return new SessionScope(subject.poolId(), Kind.SUBJECT, subject.subject(), null, null, null);
  }

  static SessionScope of(Family family) {
    return new SessionScope(
        family.owner().poolId(), Kind.FAMILY, family.id().toString(), null, null, null);
  }

  /** Those that a cut-off takes out of use. */
  static SessionScope of(CutOff cutOff) {
    return new SessionScope(
        cutOff.poolId(), cutOff.kind(), cutOff.revoked(), cutOff.signedInBefore(), null, null);
  }

  SessionScope except(UUID kept) {
    return new SessionScope(poolId, kind, value, signedInBefore, kept, revokedAt);
  }

  SessionScope revokedAt(Instant instant) {
    return new SessionScope(poolId, kind, value, signedInBefore, except, instant);
  }
}
