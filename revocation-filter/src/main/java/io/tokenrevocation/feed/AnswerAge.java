package io.tokenrevocation.feed;

import io.tokenrevocation.Revocation;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * How old an authority's answers are, by the time that stands in them.
 *
 * <p>The two clocks need not agree: the answer that took the least time counts as new, and any
 * other is as much older as it is late. Two clocks do not go equally fast, so what is the least
 * grows by a ten-thousandth of the time that goes by. Only beyond the greatest leeway are the
 * clocks compared: so far apart, revocations are not kept for long enough anyway.
 */
final class AnswerAge {

  /** Ten thousand seconds of one clock are no more than ten thousand and one of the other. */
  private static final long DRIFT = 10_000;

  private final InstantSource clock;
  private boolean isFirst = true;
  private long least;
  private long leastAt;

  AnswerAge(InstantSource clock) {
    this.clock = clock;
  }

  /**
   * Returns the age of an answer.
   *
   * @param time that stands in it
   * @param received by the ticker
   */
  Duration of(Instant time, long received) {
    var offset = received - nanos(time); // may overflow, differences are right
    if (isFirst) {
      least = offset;
      isFirst = false;
    } else {
      least += (received - leastAt) / DRIFT;
      least += Math.min(0, offset - least);
    }
    leastAt = received;
    var late = Duration.ofNanos(offset - least);
    var byTheClock = Duration.between(time, clock.instant()).minus(Revocation.GREATEST_LEEWAY);
    return late.compareTo(byTheClock) > 0 ? late : byTheClock;
  }

  private static long nanos(Instant time) {
    return Duration.ofSeconds(time.getEpochSecond(), time.getNano()).toNanos();
  }
}
