package io.tokenrevocation.feed;

import java.time.Instant;
import java.time.InstantSource;

/**
 * Tells which revocations need not be kept, by the clock that is behind: the source's or this
 * node's. What was dropped by one that was wrong for a while would be missing when it is right
 * again. Thread-safe.
 */
final class RetentionClock {

  private final InstantSource own;
  private final SourceClock source;

  RetentionClock(InstantSource own, Ticker ticker) {
    this.own = own;
    this.source = new SourceClock(ticker);
  }

  /** Takes note of a time of the source's that it had come to before the ticker was there. */
  void set(Instant time, long nanos) {
    source.set(time, nanos);
  }

  Instant now() {
    var here = own.instant();
    return source.now().filter(here::isAfter).orElse(here);
  }
}
