package io.tokenrevocation.jpa;

import io.tokenrevocation.pool.LastPurge;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The one row that is locked by the node that removes what is over, and says what was. */
@Entity
@Table(name = "revocation_purge")
class PurgeEntity {

  @Id Integer id;
  @Nullable Instant purgedAt;
  @Nullable Long revocations;
  @Nullable Long families;

  @SuppressWarnings("NullAway.Init") // for Hibernate
  PurgeEntity() {}

  Optional<LastPurge> toPurge() {
    return purgedAt == null || revocations == null || families == null
        ? Optional.empty()
        : Optional.of(new LastPurge(purgedAt, revocations, families));
  }
}
