package io.tokenrevocation.feed;

import java.time.Instant;
import java.util.List;

/**
 * When a source read and recorded what it returns, all by its own clock.
 *
 * @param read when it read them; by nobody else's clock
 * @param revoked when each of the revocations was recorded, in their order; empty if that is not
 *     said
 */
public record RecordedTimes(Instant read, List<Instant> revoked) {

  /** Takes an unmodifiable copy. */
  public RecordedTimes {
    revoked = List.copyOf(revoked);
  }
}
