package io.tokenrevocation.pool;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RefusalBoundTest {

  private final AtomicLong nanos = new AtomicLong();
  private final RefusalBound bound = new RefusalBound(nanos::get);

  private long roomFor(String author, int times) {
    return IntStream.range(0, times).filter(each -> bound.hasRoom(author)).count();
  }

  @Test
  void hasRoomForSomeOfEach() {
    assertThat(roomFor("one", 100)).isEqualTo(RefusalBound.OF_ONE);
    assertThat(roomFor("other", 100)).isEqualTo(RefusalBound.OF_ONE);
  }

  @Test
  void hasRoomForSomeOfAllTogether() {
    var written = IntStream.range(0, 1_000).mapToLong(each -> roomFor("user " + each, 1)).sum();
    assertThat(written).isEqualTo(RefusalBound.OF_ALL);
  }

  @Test
  void hasRoomAgainAfterAMinuteAndTellsOnceWhatWasPassedOver() {
    roomFor("one", RefusalBound.OF_ONE + 5);
    assertThat(bound.passedOver()).isZero();
    nanos.addAndGet(Duration.ofMinutes(1).toNanos() - 1);
    assertThat(roomFor("one", 1)).isZero();
    nanos.addAndGet(1);
    assertThat(bound.passedOver()).isEqualTo(6);
    assertThat(bound.passedOver()).isZero();
    assertThat(roomFor("one", 100)).isEqualTo(RefusalBound.OF_ONE);
  }
}
