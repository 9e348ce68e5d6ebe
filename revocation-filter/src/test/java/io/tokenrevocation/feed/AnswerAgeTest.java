package io.tokenrevocation.feed;

import static io.tokenrevocation.TestTokens.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerAgeTest {

  private final FakeClock clock = new FakeClock(NOW);
  private final FakeTicker ticker = new FakeTicker();
  private final AnswerAge age = new AnswerAge(clock);

  private Duration of(Instant time) {
    return age.of(time, ticker.nanos());
  }

  private void timePasses(Duration duration) {
    clock.advance(duration);
    ticker.advance(duration);
  }

  private Instant now() {
    return clock.instant();
  }

  @Nested
  class IsNone {

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"PT0S", "PT2M", "-PT2M"})
    void ofTheFirstAnswerWhateverTheClocksSay(Duration difference) {
      assertThat(of(NOW.minus(difference))).isZero();
    }

    @Test
    void ofOneThatTookNoLongerThanAnyOther() {
      of(now());
      timePasses(Duration.ofSeconds(2));
      assertThat(of(now())).isZero();
    }

    @Test
    void ofOneThatTookLessThanAnyOther() {
      of(now().minusSeconds(1));
      assertThat(of(now())).isZero();
    }
  }

  @Nested
  class Grows {

    @Test
    void withTheTimeThatTheSameAnswerComesAgain() {
      of(NOW);
      timePasses(Duration.ofSeconds(1));
      assertThat(of(NOW)).isBetween(Duration.ofMillis(999), Duration.ofSeconds(1));
    }

    @Test
    void byWhatAnAnswerTookLonger() {
      of(now());
      assertThat(of(now().minusMillis(700))).isEqualTo(Duration.ofMillis(700));
    }

    @Test
    void withTheTickerWhateverTheClockDoesMeanwhile() {
      of(NOW);
      ticker.advance(Duration.ofSeconds(10));
      assertThat(of(NOW)).isBetween(Duration.ofMillis(9_999), Duration.ofSeconds(10));
    }

    @Test
    void beyondTheGreatestLeewayWithTheClock() {
      assertThat(of(NOW.minus(Duration.ofMinutes(7)))).isEqualTo(Duration.ofMinutes(2));
    }
  }

  /** A clock that goes slow by fifty millionths, as clocks do that nobody sets. */
  @Test
  void staysWithinASecondForAYearOfAClockThatGoesSlow() {
    var authority = NOW;
    for (var hour = 0; hour < 24 * 365; hour++) {
      timePasses(Duration.ofHours(1));
      authority = authority.plus(Duration.ofHours(1)).minusMillis(180);
      clock.advance(Duration.ofMillis(-180));
      assertThat(of(authority)).isLessThan(Duration.ofSeconds(1));
    }
  }

  @Test
  void isRightWhereTheTickerOverflows() {
    var nearTheEnd = Long.MAX_VALUE - 5;
    age.of(NOW, nearTheEnd);
    assertThat(age.of(NOW, nearTheEnd + 1_000_000_000))
        .isBetween(Duration.ofMillis(999), Duration.ofSeconds(1));
  }
}
