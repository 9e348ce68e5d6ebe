package io.tokenrevocation.pool;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Bounds how many refusals of callers of one kind are written down, so that nobody fills a table by
 * being refused. Thread-safe.
 */
final class RefusalBound {

  static final int OF_ONE = 20;
  static final int OF_ALL = 200;

  private static final long MINUTE = Duration.ofMinutes(1).toNanos();

  private final LongSupplier nanos;
  private final Map<String, Integer> byAuthor = new HashMap<>();
  private long since;
  private int all;
  private int refused;
  private int passedOver;

  RefusalBound(LongSupplier nanos) {
    this.nanos = nanos;
    this.since = nanos.getAsLong();
  }

  /** Tells whether one more of an author may be written down. */
  synchronized boolean hasRoom(String author) {
    beginMinute();
    if (all >= OF_ALL || byAuthor.getOrDefault(author, 0) >= OF_ONE) {
      refused++;
      return false;
    }
    all++;
    byAuthor.merge(author, 1, Integer::sum);
    return true;
  }

  /** How many were not, in minutes that are over; told once. */
  synchronized int passedOver() {
    beginMinute();
    var told = passedOver;
    passedOver = 0;
    return told;
  }

  private void beginMinute() {
    if (nanos.getAsLong() - since >= MINUTE) {
      since = nanos.getAsLong();
      byAuthor.clear();
      all = 0;
      passedOver += refused;
      refused = 0;
    }
  }
}
