package io.tokenrevocation.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tokenrevocation.TestSettings;
import io.tokenrevocation.settings.InvalidSettingException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FeedSettingsTest {

  private static final String ONE = "0123456789abcdef0123456789abcdef";
  private static final String OTHER = "~fedcba9876543210-fedcba9876543210!";

  @Test
  void letNobodyInByDefault() {
    assertThat(TestSettings.with(Map.of()).get(FeedSettings.CREDENTIALS)).isEmpty();
  }

  @Test
  void letInWhoeverHasOneOfSeveralCredentials() {
    var settings = TestSettings.with(Map.of("revocation.feed-credentials", ONE + ", " + OTHER));
    assertThat(settings.get(FeedSettings.CREDENTIALS)).containsExactly(ONE, OTHER);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0123456789abcdef0123456789abcde",
        ONE + " " + ONE,
        ONE + ",",
        "none, " + ONE,
        "\u00e4" + ONE
      })
  void refuseOthersAndDoNotShowThem(String credentials) {
    assertThatExceptionOfType(InvalidSettingException.class)
        .isThrownBy(() -> TestSettings.with(Map.of("revocation.feed-credentials", credentials)))
        .withMessageContaining("a value that is not shown")
        .matches(e -> !String.valueOf(e.getMessage()).contains(credentials));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a.b", "a-b", "123456789012345678901234567890123"})
  void refuseAnIncarnationThatIsNoWord(String incarnation) {
    assertThatExceptionOfType(InvalidSettingException.class)
        .isThrownBy(() -> TestSettings.with(Map.of("revocation.feed-incarnation", incarnation)));
  }
}
