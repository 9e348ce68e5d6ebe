package io.tokenrevocation.feed;

import static io.tokenrevocation.TestTokens.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.tokenrevocation.TestRevocations;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class RevocationFeedTest extends RevocationFeedSteps {

  private static final Duration MINUTE = Duration.ofMinutes(1);

  @Nested
  class Pull {

    @Test
    void appliesWhatIsNew() {
      source.record(TestRevocations.ofToken("lost"));
      feed.pull();
      assertThat(enforces("lost")).isTrue();
    }

    @Test
    void goesOnFromTheMarkItWasGiven() {
      source.record(TestRevocations.ofToken("one"));
      feed.pull();
      source.record(TestRevocations.ofToken("two"));
      feed.pull();
      assertThat(source.asked()).containsExactly(Mark.START, new Mark("1"));
      assertThat(enforces("two")).isTrue();
    }

    @Test
    void throwsNothingWhenTheSourceFails() {
      source.goDown();
      assertThatCode(feed::pull).doesNotThrowAnyException();
    }

    @Test
    void forgetsNothingWhenTheSourceFails() {
      source.record(TestRevocations.ofToken("lost"));
      feed.pull();
      source.goDown();
      feed.pull();
      assertThat(enforces("lost")).isTrue();
    }

    @Test
    void findsAfterAnOutageWhatWasRecordedDuringIt() {
      source.goDown();
      feed.pull();
      source.record(TestRevocations.ofToken("lost"));
      source.comeBack();
      feed.pull();
      assertThat(enforces("lost")).isTrue();
    }

    @Test
    void forgetsWithinAMinuteWhatNeedNotBeKeptAnyLonger() {
      source.record(TestRevocations.ofToken("brief", NOW.plusSeconds(1)));
      feed.pull();
      timePasses(MINUTE);
      feed.pull();
      assertThat(index.size()).isZero();
    }

    @Test
    void forgetsNothingAtOnceButLittleByLittle() {
      IntStream.range(0, 10)
          .mapToObj(id -> TestRevocations.ofToken("token" + id, NOW.plusSeconds(1)))
          .forEach(source::record);
      feed.pull();
      var sizes = new HashSet<Integer>();
      for (var second = 0; second < MINUTE.toSeconds(); second++) {
        timePasses(Duration.ofSeconds(1));
        feed.pull();
        sizes.add(index.size());
      }
      assertThat(sizes).contains(0).hasSizeGreaterThan(3);
    }
  }

  /** A clock is set right again without a restart. */
  @Nested
  class WhenItsClockWasAheadForAWhile {

    private static final Duration TOO_MUCH = Duration.ofHours(2);
    private final FakeClock ofTheSource = new FakeClock(NOW);

    @BeforeEach
    void keepTimes() {
      source.keepTimesBy(ofTheSource);
    }

    @Test
    void hasTakenInWhatWasRecordedMeanwhile() {
      clock.advance(TOO_MUCH);
      source.record(TestRevocations.ofToken("lost", NOW.plus(MINUTE)));
      feed.pull();
      clock.advance(TOO_MUCH.negated());
      assertThat(enforces("lost")).isTrue();
    }

    /** As a follower over HTTP does: by a clock that is ahead, every answer is old. */
    @Test
    void hasTakenInWhatAnAnswerBroughtThatSeemedOld() {
      clock.advance(TOO_MUCH);
      source.answerAged(TOO_MUCH.minusMinutes(5));
      source.record(TestRevocations.ofToken("lost", NOW.plus(MINUTE)));
      feed.pull();
      clock.advance(TOO_MUCH.negated());
      assertThat(enforces("lost")).isTrue();
    }

    @Test
    void hasForgottenNothing() {
      source.record(TestRevocations.ofToken("lost", NOW.plus(MINUTE.multipliedBy(5))));
      feed.pull();
      clock.advance(TOO_MUCH);
      for (var minute = 0; minute < 3; minute++) {
        ticker.advance(MINUTE);
        ofTheSource.advance(MINUTE);
        feed.pull();
      }
      clock.advance(TOO_MUCH.negated());
      assertThat(enforces("lost")).isTrue();
    }
  }

  /** A token is good for as long as this node takes it to be. */
  @Test
  void forgetsNothingThatThisNodesClockStillNeeds() {
    var ofTheSource = new FakeClock(NOW.plus(Duration.ofHours(2)));
    source.keepTimesBy(ofTheSource);
    source.record(TestRevocations.ofToken("lost", NOW.plus(MINUTE.multipliedBy(5))));
    feed.pull();
    assertThat(enforces("lost")).isTrue();
  }

  @Nested
  class Telling {

    private final List<String> told = new ArrayList<>();
    private final RevocationFeed telling =
        new RevocationFeed(
            source,
            index,
            clock,
            ticker,
            news -> told.add(news.revocation().key().value() + " " + enforces("last")));

    @Test
    void leavesOutWhatIsLoadedAtTheStart() {
      source.record(TestRevocations.ofToken("one"));
      telling.pull();
      assertThat(told).isEmpty();
    }

    @Test
    void waitsUntilAllAreInForce() {
      telling.pull();
      source.record(TestRevocations.ofToken("one"), TestRevocations.ofToken("last"));
      telling.pull();
      assertThat(told).containsExactly("one true", "last true");
    }

    @Test
    void happensOnceForWhatThisNodeRecordedAndReadsAgain() {
      telling.pull();
      source.record(TestRevocations.ofToken("last"));
      telling.apply(List.of(TestRevocations.ofToken("last")));
      telling.pull();
      assertThat(told).containsExactly("last true");
    }
  }

  @Nested
  class SeveralPages {

    private final InMemorySource paged = new InMemorySource(1);
    private final RevocationFeed pagedFeed = new RevocationFeed(paged, index, clock, ticker);

    private void recordTwo() {
      paged.record(TestRevocations.ofToken("one"), TestRevocations.ofToken("two"));
    }

    @Test
    void areReadInOnePullWhichAsksOnceMore() {
      recordTwo();
      pagedFeed.pull();
      assertThat(paged.asked()).containsExactly(Mark.START, new Mark("1"), new Mark("2"));
      assertThat(enforces("one") && enforces("two")).isTrue();
    }

    @Test
    void areAsStaleAsTheLastQuestion() {
      recordTwo();
      paged.whileReading(() -> ticker.advance(Duration.ofSeconds(1)));
      pagedFeed.pull();
      assertThat(pagedFeed.staleness()).contains(Duration.ofSeconds(1));
    }

    @Test
    void vouchForNothingUntilTheLastIsRead() {
      recordTwo();
      paged.goDownAfter(1);
      pagedFeed.pull();
      assertThat(enforces("one")).isTrue();
      assertThat(pagedFeed.staleness()).isEmpty();
    }

    @Test
    void goOnAfterAnOutageWhereTheyStopped() {
      recordTwo();
      paged.goDownAfter(1);
      pagedFeed.pull();
      paged.comeBack();
      pagedFeed.pull();
      assertThat(paged.asked())
          .containsExactly(Mark.START, new Mark("1"), new Mark("1"), new Mark("2"));
      assertThat(pagedFeed.staleness()).contains(Duration.ZERO);
    }
  }

  @Nested
  class Apply {

    @Test
    void isSeenAtOnce() {
      feed.apply(List.of(TestRevocations.ofToken("lost")));
      assertThat(enforces("lost")).isTrue();
    }

    @Test
    void doesNotNeedTheSource() {
      source.goDown();
      feed.apply(List.of(TestRevocations.ofToken("lost")));
      assertThat(enforces("lost")).isTrue();
      assertThat(source.asked()).isEmpty();
    }

    @Test
    void saysNothingOfWhatOtherNodesRecorded() {
      feed.pull();
      timePasses(Duration.ofSeconds(2));
      feed.apply(List.of(TestRevocations.ofToken("lost")));
      assertThat(feed.staleness()).contains(Duration.ofSeconds(2));
    }

    @Test
    void isHarmlessWhenItComesAgainWithTheDelta() {
      source.record(TestRevocations.ofToken("lost"));
      feed.apply(List.of(TestRevocations.ofToken("lost")));
      feed.pull();
      assertThat(index.size()).isEqualTo(1);
    }
  }
}
