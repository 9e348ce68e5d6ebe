package io.tokenrevocation.feed;

import java.time.Duration;

/** A ticker that stands still until it is moved; its origin is anything, as the real one's. */
public final class FakeTicker implements Ticker {

  private long nanos = -42;

  @Override
  public long nanos() {
    return nanos;
  }

  public void advance(Duration duration) {
    nanos += duration.toNanos();
  }
}
