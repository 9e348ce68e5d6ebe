package io.tokenrevocation.mint;

import java.time.Duration;
import java.util.function.LongSupplier;

/** Allows something once a second. Thread-safe. */
final class OnceASecond {

  private static final long SECOND = Duration.ofSeconds(1).toNanos();

  private final LongSupplier nanos;
  private long last;

  OnceASecond(LongSupplier nanos) {
    this.nanos = nanos;
    this.last = nanos.getAsLong() - SECOND;
  }

  synchronized boolean isAllowed() {
    var now = nanos.getAsLong();
    if (now - last < SECOND) {
      return false;
    }
    last = now;
    return true;
  }
}
