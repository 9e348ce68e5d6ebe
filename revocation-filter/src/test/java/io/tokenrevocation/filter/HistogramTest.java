package io.tokenrevocation.filter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HistogramTest {

  private final Histogram histogram = new Histogram(Duration.ofNanos(10), Duration.ofNanos(1_000));

  private void record(long nanos, int times) {
    for (var time = 0; time < times; time++) {
      histogram.record(nanos);
    }
  }

  private Duration quantile(double part) {
    return histogram.snapshot().quantile(part).orElseThrow();
  }

  @Test
  void hasThreeBoundsToEachPowerOfTenUpToTheGreatest() {
    assertThat(histogram.snapshot().buckets())
        .extracting(bucket -> bucket.atMost().toNanos())
        .containsExactly(10L, 20L, 50L, 100L, 200L, 500L, 1_000L);
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "19, 0", "20, 0", "21, 1", "1000, 1", "1001, 1"})
  void countsATimeUpToAndWithItsBound(long nanos, int above) {
    histogram.record(nanos);
    assertThat(histogram.snapshot().buckets().get(1).count()).isEqualTo(1 - above);
    assertThat(histogram.snapshot().count()).isEqualTo(1);
  }

  @Test
  void addsUpWhatIsBelow() {
    record(5, 2);
    record(60, 3);
    record(5_000, 1);
    var snapshot = histogram.snapshot();
    assertThat(snapshot.buckets())
        .extracting(Histogram.Bucket::count)
        .containsExactly(2L, 2L, 2L, 5L, 5L, 5L, 5L);
    assertThat(snapshot.count()).isEqualTo(6);
    assertThat(snapshot.sum()).isEqualTo(Duration.ofNanos(5_190));
    assertThat(snapshot.longest()).isEqualTo(Duration.ofNanos(5_000));
  }

  @Test
  void knowsNoQuantileOfNothing() {
    assertThat(histogram.snapshot().quantile(0.5)).isEmpty();
  }

  @Test
  void hasItsQuantilesAtTheBoundsAndNeverBeyondTheLongest() {
    record(15, 50);
    record(60, 49);
    record(170, 1);
    assertThat(quantile(0.5)).isEqualTo(Duration.ofNanos(20));
    assertThat(quantile(0.51)).isEqualTo(Duration.ofNanos(100));
    assertThat(quantile(0.99)).isEqualTo(Duration.ofNanos(100));
    assertThat(quantile(0.991)).isEqualTo(Duration.ofNanos(170));
    assertThat(quantile(1)).isEqualTo(Duration.ofNanos(170));
  }

  @Test
  void knowsTheLongestEvenBeyondTheLastBound() {
    record(15, 1);
    record(7_777, 9);
    assertThat(quantile(0.1)).isEqualTo(Duration.ofNanos(20));
    assertThat(quantile(0.5)).isEqualTo(Duration.ofNanos(7_777));
  }
}
