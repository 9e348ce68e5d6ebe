package io.tokenrevocation.sample;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** How long things took, in nanoseconds, sorted. Not empty. */
record Durations(List<Long> nanos) {

  Durations {
    if (nanos.isEmpty()) {
      throw new IllegalArgumentException("nothing was measured");
    }
    nanos = nanos.stream().sorted().toList();
  }

  static Durations of(Collection<Long> nanos) {
    return new Durations(List.copyOf(nanos));
  }

  /** How long so many of a hundred took at most. */
  double millis(double percent) {
    var rank = (int) Math.ceil(percent / 100 * nanos.size());
    return nanos.get(Math.max(rank, 1) - 1) / 1e6;
  }

  /** The same for several, rounded. */
  List<Long> millis(double... percents) {
    return Arrays.stream(percents).mapToLong(each -> Math.round(millis(each))).boxed().toList();
  }

  Durations and(Durations others) {
    return new Durations(Stream.concat(nanos.stream(), others.nanos.stream()).toList());
  }

  int count() {
    return nanos.size();
  }
}
