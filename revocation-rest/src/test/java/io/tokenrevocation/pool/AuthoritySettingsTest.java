package io.tokenrevocation.pool;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tokenrevocation.settings.InvalidSettingException;
import io.tokenrevocation.settings.SettingsReader;
import jakarta.servlet.ServletContext;
import java.lang.reflect.Proxy;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuthoritySettingsTest {

  private static final String ENDPOINT = "https://auth.example.com/cognito-idp";

  /** An authority with two pools, beside an issuer that is configured. */
  private static void read(String issuer) {
    var parameters =
        new HashMap<>(
            Map.of(
                "revocation.audiences", "web",
                "revocation.user-pools", "us-east-1_One, us-east-1_Two",
                "revocation.endpoint", ENDPOINT,
                "revocation.encryption-key", "c2FtcGxlLWVuY3J5cHRpb24ta2V5LWRvLW5vdC11c2U=",
                "revocation.issuers", "other",
                "revocation.issuer.other.uri", issuer,
                "revocation.issuer.other.profile", "cognito"));
    SettingsReader.read(context(parameters));
  }

  private static ServletContext context(Map<String, String> parameters) {
    return (ServletContext)
        Proxy.newProxyInstance(
            AuthoritySettingsTest.class.getClassLoader(),
            new Class<?>[] {ServletContext.class},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "getInitParameter" -> parameters.get((String) arguments[0]);
                  case "getInitParameterNames" -> Collections.enumeration(parameters.keySet());
                  case "getClassLoader" -> AuthoritySettingsTest.class.getClassLoader();
                  default -> throw new UnsupportedOperationException(method.getName());
                });
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
}
