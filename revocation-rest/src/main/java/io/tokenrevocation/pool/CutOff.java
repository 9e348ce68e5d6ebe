package io.tokenrevocation.pool;

import io.tokenrevocation.RevocationKey.Kind;
import java.time.Instant;

/**
 * Before when sign-ins are out of use, of a user, at a client or in a whole pool. The log of
 * revocations forgets when the last access token is over; a refresh token lives longer.
 *
 * @param poolId the pool
 * @param kind {@link Kind#SUBJECT}, {@link Kind#CLIENT} or {@link Kind#ISSUER}
 * @param revoked the subject, the client id, or the pool's id again
 * @param signedInBefore exclusive; in whole seconds
 */
public record CutOff(String poolId, Kind kind, String revoked, Instant signedInBefore) {

  static CutOff of(SubjectKey subject, Instant signedInBefore) {
    return new CutOff(subject.poolId(), Kind.SUBJECT, subject.subject(), signedInBefore);
  }

  static CutOff ofClient(String poolId, String clientId, Instant signedInBefore) {
    return new CutOff(poolId, Kind.CLIENT, clientId, signedInBefore);
  }

  static CutOff ofPool(String poolId, Instant signedInBefore) {
    return new CutOff(poolId, Kind.ISSUER, poolId, signedInBefore);
  }
}
