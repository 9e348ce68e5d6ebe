package io.tokenrevocation.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tokenrevocation.settings.InvalidSettingException;
import io.tokenrevocation.settings.SettingsReader;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FollowerSettingsTest {

  private static final String FEED = "https://auth.example/revocation/feed";
  private static final String CREDENTIAL = "0123456789abcdef0123456789abcdef";

  private final Map<String, String> parameters =
      new HashMap<>(
          Map.of(
              "revocation.audiences", "any",
              "revocation.issuers", "pool, other",
              "revocation.issuer.pool.uri", "https://auth.example/cognito-idp/eu-west-1_Pool",
              "revocation.issuer.pool.profile", "cognito",
              "revocation.issuer.other.uri", "https://other.example",
              "revocation.issuer.other.profile", "cognito",
              "revocation.authority", FEED,
              "revocation.authority-credential", CREDENTIAL));

  private void assertRefused(String message) {
    assertThatExceptionOfType(InvalidSettingException.class)
        .isThrownBy(() -> SettingsReader.read(TestContexts.withParameters(parameters)))
        .withMessage(message);
  }

  @Test
  void followNobodyByDefault() {
    assertThat(TestContexts.settings().get(FollowerSettings.AUTHORITY)).isEmpty();
  }

  @Test
  void takeTheKeysOfTheFirstIssuerByDefault() {
    var settings = SettingsReader.read(TestContexts.withParameters(parameters));
    assertThat(settings.get(FollowerSettings.AUTHORITY)).contains(URI.create(FEED));
    assertThat(FollowerSettings.issuer(settings).name()).isEqualTo("pool");
  }

  @Test
  void takeTheKeysOfTheIssuerThatIsNamed() {
    parameters.put("revocation.authority-issuer", "other");
    var settings = SettingsReader.read(TestContexts.withParameters(parameters));
    assertThat(FollowerSettings.issuer(settings).name()).isEqualTo("other");
  }

  @Test
  void refuseAnIssuerThatIsNotConfigured() {
    parameters.put("revocation.authority-issuer", "nobody");
    assertRefused(
        "revocation.authority-issuer is nobody, but must be one of the names in"
            + " revocation.issuers");
  }

  @Test
  void wantACredential() {
    parameters.remove("revocation.authority-credential");
    assertRefused("revocation.authority is set, and so revocation.authority-credential must be");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0123456789abcdef0123456789abcde", "0123456789abcdef 0123456789abcdef"})
  void neverShowACredential(String credential) {
    parameters.put("revocation.authority-credential", credential);
    assertThatExceptionOfType(InvalidSettingException.class)
        .isThrownBy(() -> SettingsReader.read(TestContexts.withParameters(parameters)))
        .withMessageContaining("a value that is not shown")
        .matches(e -> !String.valueOf(e.getMessage()).contains(credential));
  }

  @ParameterizedTest
  @CsvSource({
    "revocation.authority, http://auth.example/revocation/feed",
    "revocation.authority, https://user@auth.example/feed",
    "revocation.authority, https://auth.example/feed?a=b",
    "revocation.authority, feed",
    "revocation.feed-wait, PT21S"
  })
  void refuseWhatIsOutsideTheRange(String key, String value) {
    parameters.put(key, value);
    assertThatExceptionOfType(InvalidSettingException.class)
        .isThrownBy(() -> SettingsReader.read(TestContexts.withParameters(parameters)))
        .withMessageStartingWith(key);
  }

  @Test
  void refuseAMaxStalenessThatIsReachedBetweenTwoAnswers() {
    parameters.put("revocation.max-staleness", "PT2.5S");
    var settings = SettingsReader.read(TestContexts.withParameters(parameters));
    assertThatExceptionOfType(InvalidSettingException.class)
        .isThrownBy(() -> new FilterPolicy(settings, List.of()))
        .withMessage(
            "revocation.max-staleness is PT2.5S, but must be longer than revocation.poll-interval"
                + " and revocation.feed-wait, which is PT2.5S");
  }
}
