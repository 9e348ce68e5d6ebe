package io.tokenrevocation.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.tokenrevocation.TestRevocations;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class StalenessTest extends RevocationFeedSteps {

  @Test
  void isUnboundedBeforeTheFirstPull() {
    assertThat(feed.staleness()).isEmpty();
  }

  @Test
  void isUnboundedWhileNoPullHasSucceeded() {
    source.goDown();
    feed.pull();
    assertThat(feed.staleness()).isEmpty();
  }

  @Test
  void isUnboundedIfOnlyARevocationOfThisNodeIsKnown() {
    feed.apply(List.of(TestRevocations.ofToken("lost")));
    assertThat(feed.staleness()).isEmpty();
  }

  @Test
  void isZeroAfterAPull() {
    feed.pull();
    assertThat(feed.staleness()).contains(Duration.ZERO);
  }

  @Test
  void growsWithTheTicker() {
    feed.pull();
    ticker.advance(Duration.ofMillis(1500));
    assertThat(feed.staleness()).contains(Duration.ofMillis(1500));
  }

  @Test
  void doesNotMindAnAdministratorSettingTheClock() {
    feed.pull();
    clock.advance(Duration.ofDays(-1));
    assertThat(feed.staleness()).contains(Duration.ZERO);
  }

  @Test
  void countsFromTheQuestionNotFromTheAnswer() {
    source.whileReading(() -> ticker.advance(Duration.ofSeconds(3)));
    feed.pull();
    assertThat(feed.staleness()).contains(Duration.ofSeconds(3));
  }

  @Test
  void isTheAgeOfAnAnswerThatTellsIt() {
    source.answerAged(Duration.ofSeconds(7));
    source.whileReading(() -> ticker.advance(Duration.ofSeconds(3)));
    feed.pull();
    assertThat(feed.staleness()).contains(Duration.ofSeconds(7));
  }

  @Test
  void isUnboundedWhileThereAreRevocationsThatCannotBeEnforced() {
    feed.pull();
    source.record(TestRevocations.ofToken("stolen"));
    source.answerWithGap("a new kind");
    feed.pull();
    assertThat(feed.staleness()).isEmpty();
    assertThat(enforces("stolen")).as("what can be").isTrue();

    source.answerWithGap(null);
    feed.pull();
    assertThat(feed.staleness()).contains(Duration.ZERO);
  }

  @Test
  void goesOnGrowingWhileTheSourceIsDown() {
    feed.pull();
    source.goDown();
    timePasses(Duration.ofSeconds(2));
    feed.pull();
    assertThat(feed.staleness()).contains(Duration.ofSeconds(2));
  }

  @Test
  void recoversWithTheSource() {
    feed.pull();
    source.goDown();
    timePasses(Duration.ofSeconds(2));
    feed.pull();
    source.comeBack();
    feed.pull();
    assertThat(feed.staleness()).contains(Duration.ZERO);
  }

  /** What tells a source that is waited for from one that fails. */
  @Nested
  class SinceProgress {

    private static final Duration LONG = Duration.ofHours(1);

    @Test
    void growsWhileTheSourceIsWaitedFor() {
      var seen = new ArrayList<Duration>();
      source.whileReading(
          () -> {
            ticker.advance(LONG);
            seen.add(feed.sinceProgress());
          });
      feed.pull();
      assertThat(seen).containsExactly(LONG);
    }

    @Test
    void endsWithAnAnswer() {
      ticker.advance(LONG);
      feed.pull();
      assertThat(feed.sinceProgress()).isZero();
    }

    @Test
    void endsWithAFailure() {
      source.goDown();
      ticker.advance(LONG);
      feed.pull();
      assertThat(feed.sinceProgress()).isZero();
    }
  }
}
