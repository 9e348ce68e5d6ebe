package io.tokenrevocation.rest;

import io.tokenrevocation.pool.AuditEntry;
import io.tokenrevocation.pool.AuditQuery;
import io.tokenrevocation.pool.AuditTrail;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Entries of the audit trail, one a line. They are read some at a time, each time in a transaction
 * of its own, so that a slow reader keeps none open.
 */
final class ActivityExport implements StreamingOutput {

  private static final int AT_ONCE = 500;

  private final AuditTrail trail;
  private final AuditQuery query;
  private final List<AuditEntry> first;

  /**
   * Reads the first lines, while it can still be answered that they are not known.
   *
   * @throws io.tokenrevocation.StoreUnavailableException if they are not
   */
  ActivityExport(AuditTrail trail, AuditQuery query) {
    this.trail = trail;
    this.query = query;
    this.first = trail.oldest(query, null, AT_ONCE);
  }

  @Override
  public void write(OutputStream output) throws IOException {
    var entries = first;
    while (!entries.isEmpty()) {
      for (var entry : entries) {
        output.write((ActivityDocument.of(entry) + "\n").getBytes(StandardCharsets.UTF_8));
      }
      output.flush();
      entries =
          entries.size() < AT_ONCE
              ? List.of()
              : trail.oldest(query, entries.get(entries.size() - 1), AT_ONCE);
    }
  }
}
