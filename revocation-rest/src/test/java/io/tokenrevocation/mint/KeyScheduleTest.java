package io.tokenrevocation.mint;

import static io.tokenrevocation.mint.TestKeys.EVERY;
import static io.tokenrevocation.mint.TestKeys.LEAD;
import static io.tokenrevocation.mint.TestKeys.POOL;
import static io.tokenrevocation.mint.TestKeys.SCHEDULE;
import static io.tokenrevocation.mint.TestKeys.START;
import static org.assertj.core.api.Assertions.assertThat;

import io.tokenrevocation.Revocation;
import io.tokenrevocation.mint.SealedKey.Use;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeyScheduleTest {

  private static final Duration LAST_TOKEN = Duration.ofHours(24).plus(Revocation.GREATEST_LEEWAY);

  private int made;

  private SealedKey make(Use use, Instant signsFrom) {
    return new SealedKey(use + " " + ++made, POOL, use, signsFrom, "sealed");
  }

  private List<SealedKey> due(List<SealedKey> keys, Instant now) {
    return SCHEDULE.due(keys, now).keys(this::make);
  }

  private List<SealedKey> rotated(List<SealedKey> keys, Instant now) {
    return SCHEDULE.rotated(keys, now).keys(this::make);
  }

  private List<SealedKey> without(SealedKey key, List<SealedKey> keys, Instant now) {
    return KeySchedule.without(Set.of(key.keyId()), keys, now).keys(this::make);
  }

  private static List<SealedKey> of(Use use, List<SealedKey> keys) {
    return keys.stream().filter(key -> key.use() == use).toList();
  }

  /** The access keys, by when they sign from; of the other use there are as many. */
  private static List<Instant> starts(List<SealedKey> keys) {
    var starts = of(Use.ACCESS, keys).stream().map(SealedKey::signsFrom).toList();
    assertThat(of(Use.ID, keys)).extracting(SealedKey::signsFrom).isEqualTo(starts);
    return starts;
  }

  @Nested
  class Due {

    @Test
    void makesAFirstKeyOfEachUseThatSignsInTheVerySecond() {
      assertThat(starts(due(List.of(), START.plusMillis(900)))).containsExactly(START);
    }

    @ParameterizedTest(name = "{0} s")
    @CsvSource({"-1, 1", "0, 2", "1, 2"})
    void makesTheNextKeyAsLongAheadAsItMustBePublished(long seconds, int expected) {
      var keys = due(List.of(), START);
      var now = START.plus(EVERY).minus(LEAD).plusSeconds(seconds);
      var later = starts(due(keys, now));
      assertThat(later).hasSize(expected);
      assertThat(later.get(expected - 1)).isIn(START, now.plus(LEAD));
    }

    @Test
    void publishesAKeyThatIsLateForAsLongAsAnyOther() {
      var keys = due(List.of(), START);
      var late = START.plus(EVERY.multipliedBy(3));
      assertThat(starts(due(keys, late))).containsExactly(START, late.plus(LEAD));
    }

    @Test
    void makesOneNextKeyHoweverOftenItIsAsked() {
      var now = START.plus(EVERY);
      var once = due(due(List.of(), START), now);
      assertThat(due(once, now.plusSeconds(60))).isEqualTo(once);
    }

    @Test
    void makesNoNextKeyWhereNoneIsRelievedByItself() {
      var never = new KeySchedule(Optional.empty(), LEAD);
      var keys = never.due(List.of(), START).keys(KeyScheduleTest.this::make);
      assertThat(never.due(keys, START.plus(Duration.ofDays(9999))))
          .isEqualTo(new KeyPlan(keys, Map.of()));
    }

    @ParameterizedTest(name = "{0} s")
    @CsvSource({"-1, 2", "0, 1", "1, 1"})
    void removesAKeyWhenTheLastTokenItSignedIsOver(long seconds, int expected) {
      var keys = due(due(List.of(), START), START.plus(EVERY));
      var relieved = START.plus(EVERY).plus(LEAD);
      assertThat(starts(due(keys, relieved.plus(LAST_TOKEN).plusSeconds(seconds))))
          .hasSize(expected)
          .contains(relieved);
    }
  }

  @Nested
  class Rotated {

    private final List<SealedKey> first = due(List.of(), START);
    private final Instant now = START.plusSeconds(100);

    @Test
    void publishesTheNextKeysBeforeTheySign() {
      assertThat(starts(rotated(first, now))).containsExactly(START, now.plus(LEAD));
    }

    @Test
    void leavesTheNextKeysWhereTheyAreThereAlready() {
      var once = rotated(first, now);
      assertThat(rotated(once, now.plus(LEAD).minusSeconds(1))).isEqualTo(once);
    }

    @Test
    void publishesFurtherOnesWhenThoseSign() {
      assertThat(starts(rotated(rotated(first, now), now.plus(LEAD)))).hasSize(3);
    }

    @Test
    void makesNoMoreThanABoundedNumber() {
      var keys = first;
      for (var each = 0; each < 100; each++) {
        keys = rotated(keys, now.plus(LEAD.multipliedBy(each)));
      }
      assertThat(keys).hasSize(KeySchedule.MOST_KEYS);
    }
  }

  @Nested
  class Without {

    private final List<SealedKey> both = rotated(due(List.of(), START), START);
    private final SealedKey signing = of(Use.ACCESS, both).get(0);
    private final SealedKey next = of(Use.ACCESS, both).get(1);
    private final Instant now = START.plusSeconds(100).plusMillis(1);

    @Test
    void replacesTheKeyThatSignsByOneThatSignsInTheVerySecond() {
      var left = of(Use.ACCESS, without(signing, both, now));
      assertThat(left).hasSize(2).doesNotContain(signing).contains(next);
      assertThat(left).extracting(SealedKey::signsFrom).contains(START.plusSeconds(100));
    }

    @Test
    void leavesTheOtherUseAlone() {
      assertThat(of(Use.ID, without(signing, both, now))).isEqualTo(of(Use.ID, both));
    }

    @Test
    void replacesNoKeyThatIsYetToSign() {
      assertThat(of(Use.ACCESS, without(next, both, now))).containsExactly(signing);
    }

    @Test
    void replacesNoKeyThatHasSigned() {
      assertThat(of(Use.ACCESS, without(signing, both, START.plus(LEAD)))).containsExactly(next);
    }

    @Test
    void changesNothingTheSecondTime() {
      var once = without(signing, both, now);
      assertThat(without(signing, once, now.plusSeconds(1))).containsExactlyElementsOf(once);
    }

    @Test
    void leavesNoPoolWithoutAKeyWhenTheClockHasBeenSetBack() {
      var only = due(List.of(), START);
      var left = without(only.get(0), only, START.minusSeconds(3600));
      assertThat(of(Use.ACCESS, left)).hasSize(1).doesNotContain(only.get(0));
    }

    @Test
    void worksHoweverManyKeysThereAre() {
      var many = new ArrayList<SealedKey>();
      for (var each = 0; each < KeySchedule.MOST_KEYS; each++) {
        many.add(make(Use.ACCESS, START.minusSeconds(each)));
      }
      assertThat(without(many.get(0), many, now)).hasSize(KeySchedule.MOST_KEYS);
    }
  }

  @Nested
  class PublishedUntil {

    private final List<SealedKey> both = rotated(due(List.of(), START), START);

    @Test
    void isWhenTheLastTokenAKeySignsHasExpiredEverywhere() {
      assertThat(KeySchedule.publishedUntil(both.get(0), both))
          .contains(START.plus(LEAD).plus(LAST_TOKEN));
    }

    @Test
    void isUnknownOfAKeyThatNoneRelieves() {
      assertThat(KeySchedule.publishedUntil(both.get(1), both)).isEmpty();
    }
  }
}
