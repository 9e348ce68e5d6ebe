package io.tokenrevocation.jpa;

import jakarta.persistence.EntityManager;
import java.time.Instant;

/** The database's clock, which every node reads. */
final class DatabaseClock {

  private DatabaseClock() {}

  /** The time now; {@code current_timestamp} would be the time the transaction began. */
  static Instant now(EntityManager entities) {
    var millis =
        (Number) entities.createNativeQuery("select revocation_clock_millis()").getSingleResult();
    return Instant.ofEpochMilli(millis.longValue());
  }
}
