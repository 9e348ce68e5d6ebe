package io.tokenrevocation.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tokenrevocation.filter.PolicySettings.WhenStale;
import io.tokenrevocation.settings.InvalidSettingException;
import io.tokenrevocation.settings.Setting;
import io.tokenrevocation.settings.SettingsReader;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FilterSettingsTest {

  @Test
  void hasDefaultsThatAreSecure() {
    var settings = TestContexts.settings();
    assertThat(settings.get(PolicySettings.REQUIRE_TOKEN)).containsExactly(PathPattern.parse("/*"));
    assertThat(settings.get(FilterSettings.LEEWAY)).isEqualTo(Duration.ofSeconds(10));
    assertThat(settings.get(FilterSettings.POLL_INTERVAL)).isEqualTo(Duration.ofMillis(500));
    assertThat(settings.get(PolicySettings.MAX_STALENESS)).isEqualTo(Duration.ofSeconds(30));
    assertThat(settings.get(PolicySettings.WHEN_STALE)).isEqualTo(WhenStale.REFUSE);
    assertThat(settings.get(FilterSettings.MAX_REVOCATIONS)).isEqualTo(1_000_000);
  }

  @Test
  void wantsTheAudiencesToBeGiven() {
    assertThatExceptionOfType(InvalidSettingException.class)
        .isThrownBy(() -> SettingsReader.read(TestContexts.withParameters(Map.of())))
        .withMessage(
            "revocation.audiences is not set, but must be client ids or audiences, or any");
  }

  @Test
  void refusesAnUnknownContextParameter() {
    assertThatExceptionOfType(InvalidSettingException.class)
        .isThrownBy(() -> TestContexts.settings("revocation.audience", "shop"))
        .withMessageContaining("revocation.audience in the context parameters of web.xml");
  }

  @ParameterizedTest(name = "{0}={1}")
  @CsvSource({
    "revocation.audiences, ''",
    "revocation.audiences, 'shop,'",
    "revocation.require-token, api",
    "revocation.require-token, '/*,'",
    "revocation.leeway, PT-1S",
    "revocation.leeway, PT5M1S",
    "revocation.poll-interval, PT0.049S",
    "revocation.max-staleness, PT0.999S",
    "revocation.max-staleness, P1DT1S",
    "revocation.when-stale, allow",
    "revocation.when-stale, Refuse",
    "revocation.when-stale, allow_last_known",
    "revocation.max-revocations, 0"
  })
  void refusesWhatIsOutsideTheRange(String key, String value) {
    assertThatExceptionOfType(InvalidSettingException.class)
        .isThrownBy(() -> TestContexts.settings(key, value))
        .withMessageContaining(key + " in the context parameters of web.xml is \"" + value + "\"");
  }

  @ParameterizedTest
  @CsvSource({"refuse, REFUSE", "allow-last-known, ALLOW_LAST_KNOWN"})
  void knowsTwoWaysToGoOnWhenStale(String text, WhenStale expected) {
    assertThat(TestContexts.settings("revocation.when-stale", text).get(PolicySettings.WHEN_STALE))
        .isEqualTo(expected);
  }

  @Test
  void listsEachKeyOnceInTheSpellingOfKeys() {
    assertThat(new FilterSettings().settings())
        .extracting(Setting::key)
        .doesNotHaveDuplicates()
        .allMatch(key -> key.matches("revocation(\\.[a-z]+(-[a-z]+)*)+"));
  }
}
