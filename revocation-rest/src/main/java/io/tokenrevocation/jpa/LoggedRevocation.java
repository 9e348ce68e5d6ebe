package io.tokenrevocation.jpa;

import io.tokenrevocation.ClientRevocation;
import io.tokenrevocation.CutOffRevocation;
import io.tokenrevocation.FamilyRevocation;
import io.tokenrevocation.IssuerRevocation;
import io.tokenrevocation.Revocation;
import io.tokenrevocation.RevocationKey;
import io.tokenrevocation.SessionRevocation;
import io.tokenrevocation.SubjectRevocation;
import io.tokenrevocation.TokenRevocation;
import io.tokenrevocation.pool.Note;
import io.tokenrevocation.pool.RecordedRevocation;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A revocation in the log. */
@Entity
@Table(name = "revocation_log")
class LoggedRevocation {

  @Id long number;

  /** The database fills it in. */
  @Column(insertable = false, updatable = false)
  long transactionId;

  @Enumerated(EnumType.STRING)
  RevocationKey.Kind kind;

  String issuer;
  String revoked;
  @Nullable Instant issuedBefore;
  Instant revokedAt;
  Instant retainUntil;
  String revokedBy;
  String reason;

  @SuppressWarnings("NullAway.Init") // for Hibernate
  LoggedRevocation() {}

  LoggedRevocation(long number, RecordedRevocation recorded) {
    var revocation = recorded.revocation();
    var key = revocation.key();
    this.number = number;
    this.kind = key.kind();
    this.issuer = key.issuer();
    this.revoked = key.value();
    this.issuedBefore =
        revocation instanceof CutOffRevocation cutOff ? cutOff.issuedBefore() : null;
    this.revokedAt = recorded.revokedAt();
    this.retainUntil = revocation.retainUntil();
    this.revokedBy = recorded.note().by();
    this.reason = recorded.note().reason();
  }

  RecordedRevocation toRecorded() {
    return new RecordedRevocation(toRevocation(), revokedAt, new Note(revokedBy, reason));
  }

  Revocation toRevocation() {
    return switch (kind) {
      case TOKEN -> new TokenRevocation(issuer, revoked, retainUntil);
      case FAMILY -> new FamilyRevocation(issuer, revoked, retainUntil);
      case SESSION -> new SessionRevocation(issuer, revoked, retainUntil);
      case SUBJECT -> new SubjectRevocation(issuer, revoked, cutOff(), retainUntil);
      case CLIENT -> new ClientRevocation(issuer, revoked, cutOff(), retainUntil);
      case ISSUER -> new IssuerRevocation(issuer, cutOff(), retainUntil);
    };
  }

  private Instant cutOff() {
    if (issuedBefore == null) {
      throw new IllegalStateException("revocation " + number + " has no cut-off");
    }
    return issuedBefore;
  }
}
