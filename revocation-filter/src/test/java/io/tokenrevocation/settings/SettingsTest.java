package io.tokenrevocation.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {

  private static final Setting<Integer> COUNT =
      Setting.number("revocation.count", "5", 1, 10, "Counts.");
  private static final Setting<Duration> MAX_AGE =
      Setting.duration(
          "revocation.max-age", "PT1S", Duration.ofSeconds(1), Duration.ofSeconds(3), "Ages.");
  private static final Setting<List<String>> NAMES =
      Setting.list("revocation.names", "a", "names", "Names.", name -> name);
  private static final Setting<String> KEY =
      new Setting<>(
          "revocation.key", "text", "none", "a long key", "Locks.", true, SettingsTest::key);
  private static final Setting<String> REQUIRED =
      new Setting<>("revocation.url", "text", null, "a URL", "Finds.", false, text -> text);

  private static String key(String text) {
    if (text.length() < 4) {
      throw new IllegalArgumentException("too short: " + text);
    }
    return text;
  }

  private static SettingsGroup group(Setting<?>... settings) {
    return () -> List.of(settings);
  }

  private static SettingSource source(String place, Map<String, String> values) {
    return new KeyedSource(place, values::get, values::keySet);
  }

  private static Settings read(SettingSource... sources) {
    return Settings.ofApplication(
        List.of(group(COUNT, MAX_AGE, NAMES, KEY)), new SettingSources(List.of(sources)));
  }

  private static InvalidSettingException refusalOf(SettingSource... sources) {
    return assertThatExceptionOfType(InvalidSettingException.class)
        .isThrownBy(() -> read(sources))
        .actual();
  }

  private static InvalidSettingException refusalOf(String key, String value) {
    return refusalOf(source("the file", Map.of(key, value)));
  }

  @Nested
  class Precedence {

    private final SettingSource first = source("one", Map.of("revocation.count", "1"));
    private final SettingSource second = source("two", Map.of("revocation.count", "2"));

    @Test
    void givesTheFirstSourceTheLastWord() {
      assertThat(read(first, second).get(COUNT)).isEqualTo(1);
      assertThat(read(second, first).get(COUNT)).isEqualTo(2);
    }

    @Test
    void asksTheNextSourceWhereOneSaysNothing() {
      assertThat(read(source("empty", Map.of()), second).get(COUNT)).isEqualTo(2);
    }

    @Test
    void endsWithTheDefaults() {
      var settings = read();
      assertThat(settings.get(COUNT)).isEqualTo(5);
      assertThat(settings.get(MAX_AGE)).isEqualTo(Duration.ofSeconds(1));
      assertThat(settings.get(NAMES)).containsExactly("a");
    }

    @Test
    void doesNotPassOverAWrongValueForTheNextSource() {
      assertThat(refusalOf(source("one", Map.of("revocation.count", "x")), second))
          .hasMessageContaining("in one");
    }
  }

  @Nested
  class IsSet {

    @Test
    void whereverSomebodySetItBeItToTheDefault() {
      var settings = read(source("a", Map.of()), source("b", Map.of("revocation.count", "5")));
      assertThat(settings.isSet(COUNT)).isTrue();
      assertThat(settings.isSet(MAX_AGE)).isFalse();
    }
  }

  @Nested
  class AnUnknownKey {

    @Test
    void isRefusedAndNamedWithItsPlaceAndTheKnownKeys() {
      assertThat(refusalOf("revocation.counts", "1"))
          .hasMessageContaining("revocation.counts in the file is not known")
          .hasMessageContaining("revocation.count, revocation.key, revocation.max-age");
    }

    @Test
    void isRefusedInTheLastSourceToo() {
      var last = source("last", Map.of("revocation.Count", "1"));
      assertThat(refusalOf(source("first", Map.of()), last))
          .hasMessageContaining("revocation.Count in last");
    }

    @Test
    void isNotShownWithItsValue() {
      assertThat(refusalOf("revocation.kee", "hunter2").getMessage()).doesNotContain("hunter2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"java.home", "revocations.count", "my.revocation.count", "revocation"})
    void isNoneOfOursWithoutThePrefix(String key) {
      assertThat(read(source("the file", Map.of(key, "1"))).get(COUNT)).isEqualTo(5);
    }
  }

  @Nested
  class AWrongValue {

    @ParameterizedTest
    @ValueSource(strings = {"0", "11", "-1", "1.5", "0x1", "many", "", "99999999999"})
    void isRefusedWithKeyValuePlaceAndRange(String value) {
      assertThat(refusalOf("revocation.count", value))
          .hasMessage(
              "revocation.count in the file is \"%s\", but must be a whole number from 1 to 10",
              value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0.999S", "PT3.001S", "PT-2S", "2", "2s", "P1M", ""})
    void isRefusedAsADuration(String value) {
      assertThat(refusalOf("revocation.max-age", value))
          .hasMessage(
              "revocation.max-age in the file is \"%s\", but must be a duration from PT1S to PT3S",
              value);
    }

    @Test
    void isNotShownIfItIsSecret() {
      assertThat(refusalOf("revocation.key", "abc"))
          .hasMessageContaining("revocation.key in the file is a value that is not shown")
          .hasMessageContaining("a long key")
          .hasMessageNotContaining("abc")
          .hasNoCause();
    }
  }

  @Nested
  class AValue {

    @ParameterizedTest
    @ValueSource(strings = {"1", "10", " 7 "})
    void isReadUpToBothEndsOfTheRange(String value) {
      assertThat(read(source("the file", Map.of("revocation.count", value))).get(COUNT))
          .isEqualTo(Integer.valueOf(value.strip()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT1S", "PT3S", "pt2s", "PT2.5S"})
    void isReadAsADuration(String value) {
      assertThat(read(source("the file", Map.of("revocation.max-age", value))).get(MAX_AGE))
          .isEqualTo(Duration.parse(value));
    }

    @Test
    void isReadAsAListWithoutTheSpaces() {
      assertThat(read(source("the file", Map.of("revocation.names", " b , c,d"))).get(NAMES))
          .containsExactly("b", "c", "d");
    }

    @Test
    void isMissedWhereThereIsNoDefault() {
      assertThatExceptionOfType(InvalidSettingException.class)
          .isThrownBy(
              () -> Settings.ofApplication(List.of(group(REQUIRED)), new SettingSources(List.of())))
          .withMessage("revocation.url is not set, but must be a URL");
    }
  }

  @Nested
  class AGroup {

    /** Wants the count to be even. */
    private static final SettingsGroup EVEN =
        new SettingsGroup() {
          @Override
          public List<Setting<?>> settings() {
            return List.of(COUNT);
          }

          @Override
          public void check(Settings settings) {
            if (settings.get(COUNT) % 2 != 0) {
              throw new InvalidSettingException("revocation.count is odd");
            }
          }
        };

    private Settings readCount(String count) {
      return Settings.ofApplication(
          List.of(EVEN),
          new SettingSources(List.of(source("the file", Map.of("revocation.count", count)))));
    }

    @Test
    void refusesValuesThatMakeNoSense() {
      assertThatExceptionOfType(InvalidSettingException.class)
          .isThrownBy(() -> readCount("3"))
          .withMessage("revocation.count is odd");
    }

    @Test
    void letsOthersPass() {
      assertThat(readCount("4").get(COUNT)).isEqualTo(4);
    }
  }
}
