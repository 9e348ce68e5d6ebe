package io.tokenrevocation.rest;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.LongSupplier;

/**
 * Answers that others may get too, who ask the same at about the same time: each is read and signed
 * once for all. For one thread.
 */
final class RememberedAnswers {

  private static final int MOST = 16;
  private static final long PASSING_NANOS = Duration.ofMillis(100).toNanos();

  private static final long LASTING_NANOS = Duration.ofMinutes(1).toNanos();

  private final Function<String, FeedAnswer> reader;
  private final LongSupplier nanos;
  private final Map<String, Remembered> byMark =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Remembered> eldest) {
          return size() > MOST;
        }
      };

  RememberedAnswers(Function<String, FeedAnswer> reader, LongSupplier nanos) {
    this.reader = reader;
    this.nanos = nanos;
  }

  private record Remembered(FeedAnswer answer, long readAt) {}

  FeedAnswer to(String after) {
    var now = nanos.getAsLong();
    var known = byMark.get(after);
    if (known != null && now - known.readAt < nanosOf(known.answer)) {
      return known.answer;
    }
    var answer = reader.apply(after);
    byMark.remove(after); // or else it would stay as old as it was
    byMark.put(after, new Remembered(answer, now));
    return answer;
  }

  private static long nanosOf(FeedAnswer answer) {
    return answer.isLasting() ? LASTING_NANOS : PASSING_NANOS;
  }

  /** There is news: the end is elsewhere now. */
  void forget() {
    byMark.values().removeIf(remembered -> !remembered.answer.isLasting());
  }
}
