package io.tokenrevocation.pool;

import java.time.Instant;

/**
 * A place between two entries of the audit trail, which are in the order of time, then of number.
 *
 * @param at when the entry beside it was written
 * @param number of that entry
 */
public record AuditPosition(Instant at, long number) {

  static AuditPosition of(AuditEntry entry) {
    return new AuditPosition(entry.at(), entry.number());
  }

  /** Reads what {@link #toString} has written. */
  static AuditPosition parse(String text) {
    var parts = text.split(" ", 2);
    return new AuditPosition(Instant.parse(parts[0]), Long.parseLong(parts[1]));
  }

  @Override
  public String toString() {
    return at + " " + number;
  }
}
