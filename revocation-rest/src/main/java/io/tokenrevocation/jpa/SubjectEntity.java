package io.tokenrevocation.jpa;

import io.tokenrevocation.pool.SubjectKey;
import io.tokenrevocation.pool.SubjectState;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;

/** What signing out everywhere has done to a user; the row that serialises it with sign-ins. */
@Entity
@Table(name = "revocation_subject")
class SubjectEntity {

  @EmbeddedId Id id;
  long signOutEpoch;
  Instant signedOutAt;

  @SuppressWarnings("NullAway.Init") // for Hibernate
  SubjectEntity() {}

  SubjectEntity(Id id) {
    this.id = id;
    this.signOutEpoch = SubjectState.NEW.signOutEpoch();
    this.signedOutAt = SubjectState.NEW.signedOutAt();
  }

  SubjectState toState() {
    return new SubjectState(signOutEpoch, signedOutAt);
  }

  void update(SubjectState state) {
    this.signOutEpoch = state.signOutEpoch();
    this.signedOutAt = state.signedOutAt();
  }

  /**
   * The primary key.
   *
   * @param poolId the pool
   * @param subject the {@code sub} of the user's tokens
   */
  @Embeddable
  record Id(String poolId, String subject) implements Serializable {

    static Id of(SubjectKey key) {
      return new Id(key.poolId(), key.subject());
    }

    SubjectKey toKey() {
      return new SubjectKey(poolId, subject);
    }
  }
}
