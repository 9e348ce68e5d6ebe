package io.tokenrevocation.feed;

import static io.tokenrevocation.TestTokens.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.tokenrevocation.TestRevocations;
import io.tokenrevocation.index.RevocationIndex;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("How long after it was recorded a revocation is enforced")
class ArrivalTimesTest {

  /** Three days behind this node's, which makes no difference. */
  private final FakeClock sourceClock = new FakeClock(NOW.minusSeconds(3 * 86_400));

  private final FakeClock clock = new FakeClock(NOW);
  private final FakeTicker ticker = new FakeTicker();
  private final InMemorySource source = new InMemorySource();
  private final RevocationIndex index = new RevocationIndex(10);
  private final List<Applied> applied = new ArrayList<>();
  private final RevocationFeed feed =
      new RevocationFeed(source, index, clock, ticker, applied::add);

  @BeforeEach
  void follow() {
    source.keepTimesBy(sourceClock);
    feed.pull();
  }

  private void millisPass(int millis) {
    var time = Duration.ofMillis(millis);
    sourceClock.advance(time);
    clock.advance(time);
    ticker.advance(time);
  }

  private List<Integer> millis() {
    return applied.stream()
        .map(each -> (int) each.afterRevoked().orElseThrow().toMillis())
        .toList();
  }

  @Nested
  class ReadFromTheSource {

    @Test
    void isMeasuredByTheSourcesClock() {
      source.record(TestRevocations.ofToken("one"));
      millisPass(200);
      source.record(TestRevocations.ofToken("two"));
      millisPass(100);
      feed.pull();
      assertThat(millis()).containsExactly(300, 100);
    }

    @Test
    void includesTheTimeThatTheSourceTookToAnswer() {
      source.record(TestRevocations.ofToken("one"));
      source.whileReading(() -> millisPass(40));
      feed.pull();
      assertThat(millis()).containsExactly(40);
    }

    @Test
    void includesTheAgeOfTheAnswer() {
      source.record(TestRevocations.ofToken("one"));
      source.answerAged(Duration.ofMillis(70));
      feed.pull();
      assertThat(millis()).containsExactly(70);
    }

    @Test
    void includesAnOutage() {
      source.record(TestRevocations.ofToken("one"));
      source.goDown();
      feed.pull();
      millisPass(60_000);
      source.comeBack();
      feed.pull();
      assertThat(millis()).containsExactly(60_000);
    }

    @Test
    void isOfThoseAloneThatAreNew() {
      source.record(TestRevocations.ofToken("one"), TestRevocations.ofToken("two"));
      millisPass(10);
      feed.apply(List.of(TestRevocations.ofToken("one")));
      applied.clear();
      source.record(TestRevocations.ofToken("three"));
      millisPass(5);
      feed.pull();
      assertThat(applied)
          .extracting(each -> each.revocation().key().value())
          .containsExactly("two", "three");
      assertThat(millis()).containsExactly(15, 5);
    }

    @Test
    void isNeverNegative() {
      source.record(TestRevocations.ofToken("one"));
      sourceClock.advance(Duration.ofDays(-1)); // set back by an administrator
      feed.pull();
      assertThat(millis()).containsExactly(0);
    }
  }

  @Nested
  class RecordedHere {

    @Test
    void isMeasuredFromWhenItWasRecordedByTheSourcesClockToo() {
      millisPass(400);
      var revokedAt = sourceClock.instant();
      millisPass(3);
      feed.apply(List.of(TestRevocations.ofToken("own")), revokedAt);
      assertThat(millis()).containsExactly(3);
    }
  }

  @Nested
  class Unknown {

    @Test
    void ifTheSourceDoesNotSay() {
      var silent = new InMemorySource();
      var unaware = new RevocationFeed(silent, index, clock, ticker, applied::add);
      unaware.pull();
      silent.record(TestRevocations.ofToken("one"));
      unaware.pull();
      unaware.apply(List.of(TestRevocations.ofToken("own")), NOW);
      assertThat(applied).extracting(Applied::afterRevoked).containsOnly(Optional.empty());
      assertThat(applied).hasSize(2);
    }

    @Test
    void isNotWhatASourceMaySayOfSomeAlone() {
      var two =
          new RevocationDelta(
              List.of(TestRevocations.ofToken("one"), TestRevocations.ofToken("two")),
              Mark.START,
              false);
      var ofOne = new RecordedTimes(Instant.EPOCH, List.of(Instant.EPOCH));
      assertThatIllegalArgumentException().isThrownBy(() -> two.recordedAt(ofOne));
    }
  }
}
