package io.tokenrevocation.jpa;

import io.tokenrevocation.feed.Mark;
import io.tokenrevocation.feed.RecordedTimes;
import io.tokenrevocation.feed.RevocationDelta;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;

/** How the log is numbered and read on a product, so that whoever follows it misses nothing. */
interface LogOrder {

  /** How many rows are read at once. */
  int AT_ONCE = 5_000;

  /** Takes the numbers of rows that are about to be appended; ascending. */
  List<Long> numbers(EntityManager entities, int count);

  /**
   * Reads what came after a mark.
   *
   * @throws IllegalArgumentException if this is no mark of the product's
   */
  RevocationDelta since(EntityManager entities, Mark mark);

  /**
   * Tells whether nobody can record anything any more behind where a full page has ended.
   *
   * @param next the mark of its end
   */
  boolean isSettled(Mark next);

  /**
   * Makes a delta of rows.
   *
   * @param now by the database's clock, before they were read
   */
  static RevocationDelta delta(
      List<LoggedRevocation> rows, Instant now, Mark next, boolean hasMore) {
    var times = new RecordedTimes(now, rows.stream().map(row -> row.revokedAt).toList());
    return new RevocationDelta(
            rows.stream().map(LoggedRevocation::toRevocation).toList(), next, hasMore)
        .recordedAt(times);
  }
}
