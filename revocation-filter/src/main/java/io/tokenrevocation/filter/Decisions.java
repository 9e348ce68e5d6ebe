package io.tokenrevocation.filter;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.LongAdder;

/**
 * Counts what becomes of requests, and how long deciding takes. Thread-safe.
 *
 * <p>Counting does not allocate. Reading the clock twice would cost as much as all of it: of
 * {@value #SAMPLE} decisions one is timed, at random.
 */
final class Decisions {

  /** A power of two. */
  static final int SAMPLE = 16;

  private final LongAdder authenticated = new LongAdder();
  private final LongAdder anonymous = new LongAdder();
  private final Map<RefusalReason, LongAdder> refused = new EnumMap<>(RefusalReason.class);
  private final Histogram times = new Histogram(Duration.ofNanos(100), Duration.ofSeconds(1));

  Decisions() {
    for (var reason : RefusalReason.values()) {
      refused.put(reason, new LongAdder());
    }
  }

  /** Has it decided about a request. */
  Verdict decide(Enforcement enforcement, HttpServletRequest request) {
    if ((ThreadLocalRandom.current().nextInt() & (SAMPLE - 1)) != 0) {
      return counted(enforcement.decide(request));
    }
    var before = System.nanoTime();
    var verdict = enforcement.decide(request);
    times.record(System.nanoTime() - before);
    return counted(verdict);
  }

  /** Counts a decision that was made without being asked for here. */
  Verdict counted(Verdict verdict) {
    if (verdict instanceof Verdict.Refused refusal) {
      count(refusal.challenge());
    } else if (verdict instanceof Verdict.Authenticated) {
      authenticated.increment();
    } else {
      anonymous.increment();
    }
    return verdict;
  }

  /** Counts a request that is refused. */
  @SuppressWarnings("NullAway") // there is one for each reason
  void count(Challenge challenge) {
    refused.get(challenge.reason()).increment();
  }

  Snapshot snapshot() {
    var reasons = new EnumMap<RefusalReason, Long>(RefusalReason.class);
    refused.forEach((reason, count) -> reasons.put(reason, count.sum()));
    return new Snapshot(authenticated.sum(), anonymous.sum(), reasons, times.snapshot());
  }

  /**
   * What was counted since the start.
   *
   * @param authenticated requests that went on as the user of a token
   * @param anonymous requests that went on as nobody's
   * @param refused the others, by reason; each reason is there
   * @param times of one in {@value Decisions#SAMPLE}
   */
  record Snapshot(
      long authenticated,
      long anonymous,
      Map<RefusalReason, Long> refused,
      Histogram.Snapshot times) {

    long refused(RefusalReason reason) {
      return refused.getOrDefault(reason, 0L);
    }

    long allRefused() {
      return refused.values().stream().mapToLong(Long::longValue).sum();
    }
  }
}
