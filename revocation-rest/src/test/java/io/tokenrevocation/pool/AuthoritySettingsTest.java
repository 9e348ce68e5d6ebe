package io.tokenrevocation.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tokenrevocation.TestSettings;
import io.tokenrevocation.settings.InvalidSettingException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuthoritySettingsTest {

  private static final String ENDPOINT = "https://auth.example.com/cognito-idp";

  /** An authority with two pools, beside an issuer that is configured. */
  private static void read(String issuer) {
    TestSettings.with(
        Map.of(
            "revocation.user-pools", "us-east-1_One, us-east-1_Two",
            "revocation.endpoint", ENDPOINT,
            "revocation.issuers", "other",
            "revocation.issuer.other.uri", issuer,
            "revocation.issuer.other.profile", "cognito"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"us-east-1_One", "us-east-1_Two"})
  void refuseAnIssuerElsewhereThatIsThisAuthority(String pool) {
    assertThatExceptionOfType(InvalidSettingException.class)
        .isThrownBy(() -> read(ENDPOINT + "/" + pool))
        .withMessage(
            "revocation.issuers names other, whose issuer https://auth.example.com/cognito-idp/"
                + pool
                + " is this authority itself");
  }

  @Test
  void acceptAnotherPoolOfAnAuthorityElsewhere() {
    assertThatCode(() -> read(ENDPOINT + "/us-east-1_Three")).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(strings = {"java:app/jdbc/revocation", "java:/jdbc/revocation", "jdbc/revocation"})
  void takeADataSourceFromTheApplicationOrTheServer(String name) {
    assertThat(dataSource(name)).isEqualTo(name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ldap://example.com/jdbc", "rmi:jdbc", "jdbc:app/revocation", "a b"})
  void refuseADataSourceFromElsewhere(String name) {
    assertThatExceptionOfType(InvalidSettingException.class)
        .isThrownBy(() -> dataSource(name))
        .withMessageContaining("a name that starts with java:, or one without a colon");
  }

  private static String dataSource(String name) {
    return TestSettings.with(Map.of("revocation.data-source", name))
        .get(AuthoritySettings.DATA_SOURCE);
  }
}
