package io.tokenrevocation.filter;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.LongAccumulator;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** How many times took how long, by fixed bounds. Thread-safe; recording does not allocate. */
final class Histogram {

  private static final long[] STEPS = {1, 2, 5};

  private final long[] bounds;
  private final LongAdder[] counts;
  private final LongAdder sum = new LongAdder();
  private final LongAccumulator longest = new LongAccumulator(Math::max, 0);

  /** Makes an empty one, with three bounds to each power of ten. */
  Histogram(Duration least, Duration most) {
    this.bounds = bounds(least.toNanos(), most.toNanos());
    this.counts =
        Stream.generate(LongAdder::new).limit(bounds.length + 1L).toArray(LongAdder[]::new);
  }

  private static long[] bounds(long least, long most) {
    return LongStream.iterate(least, power -> power <= most, power -> power * 10)
        .flatMap(power -> LongStream.of(STEPS).map(step -> step * power))
        .filter(bound -> bound <= most)
        .toArray();
  }

  /** Counts a time in nanoseconds. */
  void record(long nanos) {
    var bucket = 0;
    while (bucket < bounds.length && nanos > bounds[bucket]) {
      bucket++;
    }
    counts[bucket].increment();
    sum.add(nanos);
    longest.accumulate(nanos);
  }

  /** Returns what was counted up to now, more or less: others may be counting. */
  Snapshot snapshot() {
    var buckets = new ArrayList<Bucket>();
    var count = 0L;
    for (var bucket = 0; bucket < bounds.length; bucket++) {
      count += counts[bucket].sum();
      buckets.add(new Bucket(Duration.ofNanos(bounds[bucket]), count));
    }
    count += counts[bounds.length].sum();
    return new Snapshot(
        List.copyOf(buckets), count, Duration.ofNanos(sum.sum()), Duration.ofNanos(longest.get()));
  }

  /**
   * How many times took no longer than a bound.
   *
   * @param count of this bucket and all below
   */
  record Bucket(Duration atMost, long count) {}

  /**
   * What was counted.
   *
   * @param buckets by ascending bounds
   * @param count of all, those beyond the last bound too
   */
  record Snapshot(List<Bucket> buckets, long count, Duration sum, Duration longest) {

    /**
     * Returns within which time a part of all was done: never less than it was, and more by what
     * lies between two bounds.
     *
     * @param part above 0, at most 1
     * @return empty if nothing was counted
     */
    Optional<Duration> quantile(double part) {
      if (count == 0) {
        return Optional.empty();
      }
      return buckets.stream()
          .filter(bucket -> bucket.count() >= part * count)
          .map(Bucket::atMost)
          .filter(atMost -> atMost.compareTo(longest) < 0)
          .findFirst()
          .or(() -> Optional.of(longest));
    }
  }
}
