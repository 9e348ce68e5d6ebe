package io.tokenrevocation.jpa;

import io.tokenrevocation.RevocationKey;
import io.tokenrevocation.pool.CutOff;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;

/** Before when sign-ins are out of use; the instant only ever grows. */
@Entity
@Table(name = "revocation_cut_off")
class CutOffEntity {

  @EmbeddedId Id id;
  Instant signedInBefore;

  @SuppressWarnings("NullAway.Init") // for Hibernate
  CutOffEntity() {}

  CutOffEntity(CutOff cutOff) {
    this.id = Id.of(cutOff);
    this.signedInBefore = cutOff.signedInBefore();
  }

  void raise(Instant bound) {
    if (bound.isAfter(signedInBefore)) {
      signedInBefore = bound;
    }
  }

  /**
   * The primary key.
   *
   * @param poolId the pool
   * @param kind what {@code revoked} is
   * @param revoked a subject, a client id or the pool's id
   */
  @Embeddable
  record Id(String poolId, @Enumerated(EnumType.STRING) RevocationKey.Kind kind, String revoked)
      implements Serializable {

    static Id of(CutOff cutOff) {
      return new Id(cutOff.poolId(), cutOff.kind(), cutOff.revoked());
    }
  }
}
