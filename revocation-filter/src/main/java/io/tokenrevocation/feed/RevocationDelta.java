package io.tokenrevocation.feed;

import io.tokenrevocation.Revocation;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What a source recorded after a mark.
 *
 * @param revocations oldest first; may repeat what was read before
 * @param next where to go on
 * @param more true if the source had more than it cared to send at once: ask again now
 * @param age how old this was when it was returned; empty if it was read after it was asked for
 * @param gap why there are revocations that cannot be enforced here; empty if there are none
 * @param recorded when they were recorded; empty if the source does not say
 */
public record RevocationDelta(
    List<Revocation> revocations,
    Mark next,
    boolean more,
    Optional<Duration> age,
    Optional<String> gap,
    Optional<RecordedTimes> recorded) {

  /** Takes an unmodifiable copy, and refuses times that are not of these revocations. */
  public RevocationDelta {
    revocations = List.copyOf(revocations);
    var times = recorded.map(RecordedTimes::revoked).orElse(List.of());
    if (!times.isEmpty() && times.size() != revocations.size()) {
      throw new IllegalArgumentException("a time for each revocation, or none");
    }
  }

  /**
   * Makes one that was read after it was asked for, and can be enforced as a whole.
   *
   * @param revocations oldest first; may repeat what was read before
   * @param next where to go on
   * @param more true if the source had more than it cared to send at once: ask again now
   */
  public RevocationDelta(List<Revocation> revocations, Mark next, boolean more) {
    this(revocations, next, more, Optional.empty(), Optional.empty(), Optional.empty());
  }

  /**
   * Adds when they were recorded.
   *
   * @param times one for each revocation
   * @return the same otherwise
   */
  public RevocationDelta recordedAt(RecordedTimes times) {
    return new RevocationDelta(revocations, next, more, age, gap, Optional.of(times));
  }
}
