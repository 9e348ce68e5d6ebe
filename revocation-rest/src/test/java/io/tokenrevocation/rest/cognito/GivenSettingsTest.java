package io.tokenrevocation.rest.cognito;

import static io.tokenrevocation.rest.cognito.TestInput.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.tokenrevocation.pool.AuthFlow;
import io.tokenrevocation.pool.ClientSettings;
import io.tokenrevocation.pool.TokenValidity;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GivenSettingsTest {

  private static ClientSettings read(String members) {
    var input = TestInput.of("{" + members + "}");
    input.check(ClientMembers.SETTINGS);
    return GivenSettings.read(input, false);
  }

  private static void assertInvalid(String message, String members) {
    assertRefused("InvalidParameterException", message, () -> read(members));
  }

  @Test
  @DisplayName("4.1, 4.4, 4.5: defaults")
  void areAtTheirDefaultsWhenNothingIsGiven() {
    var settings = read("");
    assertThat(settings.flows())
        .containsExactlyInAnyOrder(AuthFlow.USER_SRP, AuthFlow.CUSTOM, AuthFlow.REFRESH_TOKEN);
    assertThat(settings.tokenRevocation()).isTrue();
    assertThat(settings.validity()).isEqualTo(TokenValidity.DEFAULT);
    assertThat(settings.tellsUnknownUsers()).isTrue();
    assertThat(settings.asGiven()).isEqualTo("{}");
  }

  @Test
  void areKeptAsTheyWereGivenAndNothingElse() {
    assertThat(read("'CallbackURLs':['https://a.example'],'LogoutURLs':null,'Other':1").asGiven())
        .isEqualTo("{\"CallbackURLs\":[\"https://a.example\"]}");
  }

  @Test
  void switchTokenRevocationOff() {
    assertThat(read("'EnableTokenRevocation':false").tokenRevocation()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"LEGACY, true", "ENABLED, false"})
  @DisplayName("6.1: PreventUserExistenceErrors")
  void tellUnknownUsersUnlessThatIsPrevented(String value, boolean told) {
    assertThat(read("'PreventUserExistenceErrors':'" + value + "'").tellsUnknownUsers())
        .isEqualTo(told);
  }

  @Nested
  @DisplayName("4.4: token lifetimes")
  class Validity {

    @ParameterizedTest
    @CsvSource({
      "AccessToken, 1, hours, PT1H",
      "AccessToken, 24, , PT24H",
      "AccessToken, 300, seconds, PT5M",
      "AccessToken, 1, days, PT24H",
      "IdToken, 5, minutes, PT5M",
      "IdToken, 86400, seconds, PT24H",
      "RefreshToken, 60, minutes, PT1H",
      "RefreshToken, 1, , PT24H",
      "RefreshToken, 3650, days, PT87600H",
      "RefreshToken, 0, , PT720H",
      "RefreshToken, 0, minutes, PT720H"
    })
    void isANumberOfUnits(String token, long number, String unit, Duration expected) {
      var validity = read(members(token, number, unit)).validity();
      assertThat(
              switch (token) {
                case "AccessToken" -> validity.access();
                case "IdToken" -> validity.id();
                default -> validity.refresh();
              })
          .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
      "AccessToken, 4, minutes",
      "AccessToken, 299, seconds",
      "AccessToken, 25, hours",
      "AccessToken, 25,",
      "AccessToken, 86400, days",
      "IdToken, 2, days",
      "IdToken, 299, seconds",
      "RefreshToken, 59, minutes",
      "RefreshToken, 3651, days",
      "RefreshToken, 3651,",
      "RefreshToken, 315360000, days"
    })
    void mustBeInItsRange(String token, long number, String unit) {
      assertInvalid("Invalid range for token validity.", members(token, number, unit));
    }

    private static String members(String token, long number, String unit) {
      var units = unit == null ? "" : ",'TokenValidityUnits':{'" + token + "':'" + unit + "'}";
      return "'" + token + "Validity':" + number + units;
    }
  }

  @Nested
  @DisplayName("4.5: flows")
  class Flows {

    @ParameterizedTest
    @CsvSource({
      "ALLOW_USER_PASSWORD_AUTH, USER_PASSWORD",
      "ALLOW_ADMIN_USER_PASSWORD_AUTH, ADMIN_USER_PASSWORD",
      "ALLOW_REFRESH_TOKEN_AUTH, REFRESH_TOKEN",
      "ALLOW_USER_SRP_AUTH, USER_SRP",
      "ALLOW_CUSTOM_AUTH, CUSTOM",
      "ALLOW_USER_AUTH, USER_AUTH",
      "ALLOW_USER_PASSWORD_AUTH ALLOW_REFRESH_TOKEN_AUTH, USER_PASSWORD REFRESH_TOKEN",
      "USER_PASSWORD_AUTH, USER_PASSWORD USER_SRP CUSTOM REFRESH_TOKEN",
      "ADMIN_NO_SRP_AUTH, ADMIN_USER_PASSWORD USER_SRP CUSTOM REFRESH_TOKEN",
      "CUSTOM_AUTH_FLOW_ONLY, CUSTOM REFRESH_TOKEN"
    })
    void areAllowedInEitherSpelling(String words, String flows) {
      var expected =
          Arrays.stream(flows.split(" ", -1)).map(AuthFlow::valueOf).collect(Collectors.toSet());
      assertThat(read(explicit(words)).flows()).isEqualTo(expected);
    }

    @Test
    void areTheDefaultOnesWhenTheListIsEmpty() {
      assertThat(read("'ExplicitAuthFlows':[]").flows()).isEqualTo(read("").flows());
    }

    @Test
    void mustNotMixTheSpellings() {
      assertInvalid(
          "ExplicitAuthFlows can not have ALLOW_ values together with ADMIN_NO_SRP_AUTH,"
              + " CUSTOM_AUTH_FLOW_ONLY or USER_PASSWORD_AUTH.",
          explicit("ALLOW_USER_SRP_AUTH USER_PASSWORD_AUTH"));
    }

    @Test
    void areWrittenInTheNewSpelling() {
      assertThat(ExplicitFlows.write(EnumSet.allOf(AuthFlow.class))).hasSize(6);
      assertThat(ExplicitFlows.write(EnumSet.of(AuthFlow.REFRESH_TOKEN, AuthFlow.USER_PASSWORD)))
          .hasToString("[\"ALLOW_USER_PASSWORD_AUTH\",\"ALLOW_REFRESH_TOKEN_AUTH\"]");
    }

    private static String explicit(String words) {
      return "'ExplicitAuthFlows':['" + words.replace(" ", "','") + "']";
    }
  }

  @Nested
  @DisplayName("4.6: refresh token rotation")
  class Rotation {

    @Test
    void hasNoGracePeriodWhenItIsOff() {
      assertThat(
              read("'RefreshTokenRotation':{'Feature':'DISABLED','RetryGracePeriodSeconds':7}")
                  .asGiven())
          .isEqualTo(
              "{\"RefreshTokenRotation\":{\"Feature\":\"DISABLED\",\"RetryGracePeriodSeconds\":0}}");
    }

    @Test
    void hasNoGracePeriodUnlessItIsGivenOne() {
      var settings = read("'RefreshTokenRotation':{'Feature':'ENABLED'}");
      assertThat(settings.rotationGrace()).isEqualTo(Duration.ZERO);
      assertThat(settings.asGiven())
          .isEqualTo(
              "{\"RefreshTokenRotation\":{\"Feature\":\"ENABLED\",\"RetryGracePeriodSeconds\":0}}");
    }

    @Test
    void hasTheGracePeriodItIsGiven() {
      var settings =
          read("'RefreshTokenRotation':{'Feature':'ENABLED','RetryGracePeriodSeconds':60}");
      assertThat(settings.rotationGrace()).isEqualTo(Duration.ofSeconds(60));
    }

    @Test
    void isOffUnlessItIsGiven() {
      assertThat(read("").rotationGrace()).isNull();
      assertThat(read("'RefreshTokenRotation':{'Feature':'DISABLED'}").rotationGrace()).isNull();
    }

    @Test
    void isNotCombinedWithTheRefreshFlow() {
      assertInvalid(
          "ALLOW_REFRESH_TOKEN_AUTH is not a permitted ExplicitAuthFlow when refresh token rotation"
              + " is enabled.",
          "'RefreshTokenRotation':{'Feature':'ENABLED'},"
              + "'ExplicitAuthFlows':['ALLOW_REFRESH_TOKEN_AUTH']");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'AccessTokenValidity':0",
        "'AccessTokenValidity':86401",
        "'RefreshTokenValidity':315360001",
        "'AuthSessionValidity':2",
        "'AuthSessionValidity':16",
        "'TokenValidityUnits':{'IdToken':'weeks'}",
        "'ExplicitAuthFlows':['ALLOW_NOTHING']",
        "'PreventUserExistenceErrors':'DISABLED'",
        "'ReadAttributes':['']",
        "'SupportedIdentityProviders':['\\n']",
        "'CallbackURLs':['has blank']",
        "'DefaultRedirectURI':'has blank'",
        "'AllowedOAuthFlows':['token']",
        "'AllowedOAuthScopes':['has blank']",
        "'AnalyticsConfiguration':{'ApplicationId':'xyz'}",
        "'AnalyticsConfiguration':{'RoleArn':'arn:aws:iam::x:role/something'}",
        "'RefreshTokenRotation':{}",
        "'RefreshTokenRotation':{'Feature':'DISABLED','RetryGracePeriodSeconds':61}"
      })
  void areRefusedOneByOneOutsideTheirLimits(String member) {
    var input = TestInput.of("{" + member + "}");
    assertThat(
            ClientMembers.SETTINGS.stream()
                .flatMap(each -> each.violations(input.only(ClientMembers.SETTINGS)).stream()))
        .hasSize(1);
  }
}
