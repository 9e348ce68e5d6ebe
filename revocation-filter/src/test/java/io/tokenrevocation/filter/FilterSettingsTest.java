package io.tokenrevocation.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tokenrevocation.filter.PolicySettings.WhenStale;
import io.tokenrevocation.settings.InvalidSettingException;
import io.tokenrevocation.settings.Setting;
import io.tokenrevocation.settings.SettingsReader;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FilterSettingsTest {

  @Test
  void hasDefaultsThatAreSecure() {
    var settings = TestContexts.settings();
    assertThat(settings.get(PolicySettings.REQUIRE_TOKEN)).containsExactly(PathPattern.parse("/*"));
    assertThat(settings.get(PolicySettings.ACCEPT_ID_TOKENS)).isFalse();
    assertThat(settings.get(PolicySettings.REQUIRED_SCOPES)).isEmpty();
    assertThat(settings.get(PolicySettings.REQUIRED_GROUPS)).isEmpty();
    assertThat(settings.get(FilterSettings.LEEWAY)).isEqualTo(Duration.ofSeconds(10));
    assertThat(settings.get(FilterSettings.POLL_INTERVAL)).isEqualTo(Duration.ofMillis(500));
    assertThat(settings.get(PolicySettings.MAX_STALENESS)).isEqualTo(Duration.ofSeconds(30));
    assertThat(settings.get(PolicySettings.WHEN_STALE)).isEqualTo(WhenStale.REFUSE);
    assertThat(settings.get(FilterSettings.MAX_REVOCATIONS)).isEqualTo(1_000_000);
  }

  @Test
  void wantsTheAudiencesToBeGiven() {
    assertThatExceptionOfType(InvalidSettingException.class)
        .isThrownBy(
            () -> SettingsReader.read(TestContexts.withParameters(Map.of()), "orders", Map.of()))
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
    "revocation.accept-id-tokens, TRUE",
    "revocation.accept-id-tokens, ''",
    "revocation.accept-id-tokens, yes",
    "revocation.required-scopes, ''",
    "revocation.required-scopes, read write",
    "revocation.required-scopes, 'read,'",
    "revocation.required-scopes, 'none, read'",
    "revocation.required-scopes, 'a\"b'",
    "revocation.required-scopes, 'a\\b'",
    "revocation.required-scopes, lesen/\u00e4ndern",
    "revocation.required-groups, ''",
    "revocation.required-groups, ' , '",
    "revocation.required-groups, 'admins, none'",
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

  @Nested
  class AnInitParameter {

    private static final Map<String, String> STALE_IS_FINE =
        Map.of("revocation.when-stale", "allow-last-known");

    @Test
    void goesBeforeAContextParameterAndADefault() {
      var settings = TestContexts.ofFilter(STALE_IS_FINE, "revocation.when-stale", "refuse");
      assertThat(settings.get(PolicySettings.WHEN_STALE)).isEqualTo(WhenStale.ALLOW_LAST_KNOWN);
      assertThat(TestContexts.ofFilter(STALE_IS_FINE).get(PolicySettings.WHEN_STALE))
          .isEqualTo(WhenStale.ALLOW_LAST_KNOWN);
    }

    @Test
    void comesAfterASystemProperty() {
      System.setProperty("revocation.when-stale", "refuse");
      try {
        assertThat(TestContexts.ofFilter(STALE_IS_FINE).get(PolicySettings.WHEN_STALE))
            .isEqualTo(WhenStale.REFUSE);
      } finally {
        System.clearProperty("revocation.when-stale");
      }
    }

    @Test
    void isNoneOfOursWithoutThePrefix() {
      var settings = TestContexts.ofFilter(Map.of("when-stale", "maybe"));
      assertThat(settings.get(PolicySettings.WHEN_STALE)).isEqualTo(WhenStale.REFUSE);
    }

    @Test
    void mayBeEverySettingOfAPolicy() {
      var settings =
          TestContexts.ofFilter(
              Map.of(
                  "revocation.require-token", "/a/*",
                  "revocation.audiences", "web",
                  "revocation.accept-id-tokens", "true",
                  "revocation.required-scopes", "read, write",
                  "revocation.required-groups", "admins",
                  "revocation.max-staleness", "PT5S"));
      assertThat(settings.get(PolicySettings.REQUIRE_TOKEN)).hasToString("[/a/*]");
      assertThat(settings.get(PolicySettings.AUDIENCES)).containsExactly("web");
      assertThat(settings.get(PolicySettings.ACCEPT_ID_TOKENS)).isTrue();
      assertThat(settings.get(PolicySettings.REQUIRED_SCOPES)).containsExactly("read", "write");
      assertThat(settings.get(PolicySettings.REQUIRED_GROUPS)).containsExactly("admins");
      assertThat(settings.get(PolicySettings.MAX_STALENESS)).isEqualTo(Duration.ofSeconds(5));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
      "revocation.leeway, PT1S",
      "revocation.poll-interval, PT1S",
      "revocation.max-revocations, many"
    })
    void isRefusedIfItIsASettingOfTheWholeApplication(String key, String value) {
      assertThatExceptionOfType(InvalidSettingException.class)
          .isThrownBy(() -> TestContexts.ofFilter(Map.of(key, value)))
          .withMessageStartingWith(
              key
                  + " in the init parameters of the filter orders is a setting of the whole"
                  + " application: make it a context parameter. A filter's own may be:"
                  + " revocation.accept-id-tokens, revocation.allow-stale, revocation.audiences, ");
    }

    @Test
    void isRefusedIfItIsNotKnown() {
      assertThatExceptionOfType(InvalidSettingException.class)
          .isThrownBy(() -> TestContexts.ofFilter(Map.of("revocation.audience", "shop")))
          .withMessageStartingWith(
              "revocation.audience in the init parameters of the filter orders is not known");
    }

    @Test
    void isRefusedOutsideTheRange() {
      assertThatExceptionOfType(InvalidSettingException.class)
          .isThrownBy(() -> TestContexts.ofFilter(Map.of("revocation.require-token", "api")))
          .withMessage(
              "revocation.require-token in the init parameters of the filter orders is \"api\", but"
                  + " must be patterns such as /*, /api/* or /orders, or none");
    }
  }

  @Test
  void leavesItToTheFiltersToSayTheirAudiences() {
    var settings = SettingsReader.read(TestContexts.withParameters(Map.of()));
    assertThat(settings.isSet(PolicySettings.AUDIENCES)).isFalse();
    assertThat(settings.get(FilterSettings.LEEWAY)).isEqualTo(Duration.ofSeconds(10));
  }
}
