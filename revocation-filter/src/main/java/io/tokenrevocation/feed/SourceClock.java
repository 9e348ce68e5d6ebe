package io.tokenrevocation.feed;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The clock of a source, as far as its last answer tells: as much ahead of it as that was newer
 * than it is taken for. Thread-safe.
 */
final class SourceClock {

  private final Ticker ticker;

  /** Its nanoseconds since 1970, less those of the ticker. */
  private volatile Optional<Long> offset = Optional.empty();

  SourceClock(Ticker ticker) {
    this.ticker = ticker;
  }

  /** Takes note of a time that was read when the ticker was there, or later. */
  void set(Instant time, long nanos) {
    offset = Optional.of(nanos(time) - nanos);
  }

  /** Returns its time; empty if it has never told it. */
  Optional<Instant> now() {
    return offset.map(ahead -> Instant.ofEpochSecond(0, ticker.nanos() + ahead));
  }

  /** Returns for how long an instant has been over; zero if it is not. */
  Optional<Duration> since(Instant instant) {
    return offset.map(
        ahead -> Duration.ofNanos(Math.max(0, ticker.nanos() + ahead - nanos(instant))));
  }

  /** May overflow, in the year 2262; differences are right. */
  private static long nanos(Instant time) {
    return time.getEpochSecond() * 1_000_000_000L + time.getNano();
  }
}
