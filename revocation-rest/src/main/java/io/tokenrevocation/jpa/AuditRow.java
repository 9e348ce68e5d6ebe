package io.tokenrevocation.jpa;

import io.tokenrevocation.pool.AuditAct;
import io.tokenrevocation.pool.AuditEntry;
import io.tokenrevocation.pool.Note;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An entry of the audit trail, which nobody changes. */
@Entity
@Table(name = "revocation_audit")
class AuditRow {

  private static final String DONE = "done";
  private static final String REFUSED = "refused";

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  long number;

  Instant doneAt;
  String action;
  String outcome;
  String doneBy;
  @Nullable String doneFrom;
  @Nullable String poolId;
  @Nullable String issuer;
  @Nullable String scope;
  @Nullable String revoked;
  String reason;
  @Nullable Long sessions;

  @SuppressWarnings("NullAway.Init") // for Hibernate
  AuditRow() {}

  AuditRow(AuditAct act, Instant at, String from) {
    this.doneAt = at;
    this.action = act.action();
    this.outcome = outcome(act.done());
    this.doneBy = act.note().by();
    this.doneFrom = unlessEmpty(from);
    this.poolId = act.poolId();
    this.reason = act.note().reason();
    this.sessions = act.sessions();
    var target = act.target();
    if (target != null) {
      this.issuer = unlessEmpty(target.issuer());
      this.scope = target.scope();
      this.revoked = target.value();
    }
  }

  AuditEntry toEntry() {
    var act =
        new AuditAct(
            action, outcome.equals(DONE), poolId, target(), new Note(doneBy, reason), sessions);
    return new AuditEntry(number, doneAt, Objects.requireNonNullElse(doneFrom, ""), act);
  }

  static String outcome(boolean done) {
    return done ? DONE : REFUSED;
  }

  private AuditAct.@Nullable Target target() {
    return scope == null || revoked == null
        ? null
        : new AuditAct.Target(Objects.requireNonNullElse(issuer, ""), scope, revoked);
  }

  private static @Nullable String unlessEmpty(String text) {
    return text.isEmpty() ? null : text;
  }
}
