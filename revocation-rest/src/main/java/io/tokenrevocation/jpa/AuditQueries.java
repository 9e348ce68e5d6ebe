package io.tokenrevocation.jpa;

import io.tokenrevocation.pool.AuditAction;
import jakarta.persistence.EntityManager;
import java.time.Instant;

/** What is asked of the audit trail. */
final class AuditQueries {

  private AuditQueries() {}

  /** Tells whether something has been done to something since. */
  static boolean exists(EntityManager entities, AuditAction action, String value, Instant since) {
    return !entities
        .createQuery(
            "select 1 from AuditRow where revoked = :value and doneAt >= :since"
                + " and action = :action",
            Integer.class)
        .setParameter("value", value)
        .setParameter("since", since)
        .setParameter("action", action.word())
        .setMaxResults(1)
        .getResultList()
        .isEmpty();
  }
}
