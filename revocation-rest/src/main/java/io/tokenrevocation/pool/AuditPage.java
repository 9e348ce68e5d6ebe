package io.tokenrevocation.pool;

import java.util.List;
import java.util.Optional;

/**
 * A page of the audit trail.
 *
 * @param entries newest first
 * @param next the token of the page after it, or empty if this is the last
 */
public record AuditPage(List<AuditEntry> entries, Optional<String> next) {

  /** Takes an unmodifiable copy. */
  public AuditPage {
    entries = List.copyOf(entries);
  }
}
