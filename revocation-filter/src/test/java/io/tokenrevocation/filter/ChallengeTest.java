package io.tokenrevocation.filter;

import static org.assertj.core.api.Assertions.assertThat;

import io.tokenrevocation.InvalidTokenException.Reason;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class ChallengeTest {

  /** What was sent: each setter of the response with its value, each header with its own. */
  private static Map<String, Object> sent(Challenge challenge) {
    var sent = new LinkedHashMap<String, Object>();
    challenge.send(
        (HttpServletResponse)
            Proxy.newProxyInstance(
                ChallengeTest.class.getClassLoader(),
                new Class<?>[] {HttpServletResponse.class},
                (proxy, method, arguments) -> {
                  var header = method.getName().equals("setHeader");
                  sent.put(
                      header ? (String) arguments[0] : method.getName(), arguments[header ? 1 : 0]);
                  return null;
                }));
    return sent;
  }

  private static Map<String, Object> bearer(int status, String challenge) {
    return Map.of(
        "setStatus",
        status,
        "WWW-Authenticate",
        challenge,
        "Cache-Control",
        "no-store",
        "setContentLength",
        0);
  }

  static Stream<Challenge> all() {
    return Stream.concat(
        Stream.of(
            Challenge.TOKEN_REQUIRED,
            Challenge.REVOKED,
            Challenge.AMBIGUOUS,
            Challenge.NOT_IN_A_GROUP,
            Challenge.scopesMissing(List.of("!", "#[]~")),
            Challenge.RETRY_LATER),
        Arrays.stream(Reason.values()).map(Challenge::of));
  }

  @Test
  @DisplayName("RFC 6750, 3.1: without authentication information, no error code")
  void asksForATokenWithoutAnErrorCode() {
    assertThat(sent(Challenge.TOKEN_REQUIRED)).isEqualTo(bearer(401, "Bearer"));
  }

  @Test
  @DisplayName("RFC 6750, 3.1: invalid_token, expired, revoked, malformed, SHOULD respond 401")
  void saysThatTheTokenIsRevoked() {
    assertThat(sent(Challenge.REVOKED))
        .isEqualTo(
            bearer(
                401,
                "Bearer error=\"invalid_token\","
                    + " error_description=\"The access token has been revoked\""));
  }

  @Test
  @DisplayName("RFC 6750, 3.1: invalid_request, more than one method, SHOULD respond 400")
  void saysThatThereAreTwoHeaders() {
    assertThat(sent(Challenge.AMBIGUOUS))
        .isEqualTo(
            bearer(
                400,
                "Bearer error=\"invalid_request\","
                    + " error_description=\"More than one Authorization header\""));
  }

  @Test
  @DisplayName("RFC 6750, 3.1: insufficient_scope, SHOULD respond 403, MAY include the scope")
  void saysWhichScopesAreRequired() {
    assertThat(sent(Challenge.scopesMissing(List.of("openid", "orders/read"))))
        .isEqualTo(
            bearer(
                403,
                "Bearer error=\"insufficient_scope\","
                    + " error_description=\"The access token does not have the required scope\","
                    + " scope=\"openid orders/read\""));
  }

  @Test
  void saysThatAGroupIsRequiredAndNotWhich() {
    assertThat(sent(Challenge.NOT_IN_A_GROUP))
        .isEqualTo(
            bearer(
                403,
                "Bearer error=\"insufficient_scope\","
                    + " error_description=\"The user of the access token is not in a required"
                    + " group\""));
  }

  @Test
  void asksToComeBackInASecond() {
    assertThat(sent(Challenge.RETRY_LATER))
        .isEqualTo(
            Map.of(
                "setStatus",
                503,
                "Retry-After",
                "1",
                "Cache-Control",
                "no-store",
                "setContentLength",
                0));
  }

  @ParameterizedTest
  @CsvSource({
    "MALFORMED, The access token is malformed",
    "ALGORITHM, The access token is signed with an algorithm that is not accepted",
    "ISSUER, The access token is from an unknown issuer",
    "SIGNATURE, The access token has a bad signature",
    "EXPIRED, The access token has expired",
    "NOT_YET_VALID, The access token is not yet valid",
    "TYPE, The token is not an access token",
    "AUDIENCE, The access token is for another audience"
  })
  void saysWhyTheTokenIsNotValid(Reason reason, String description) {
    assertThat(sent(Challenge.of(reason)))
        .isEqualTo(
            bearer(
                401, "Bearer error=\"invalid_token\", error_description=\"" + description + "\""));
  }

  @ParameterizedTest
  @MethodSource("all")
  void isPrintableAscii(Challenge challenge) {
    assertThat(challenge.value()).matches("[\\x20-\\x7E]+");
  }

  @ParameterizedTest
  @EnumSource(Reason.class)
  @DisplayName("RFC 6750, 3: error_description MUST NOT include quotes and backslashes")
  void describesWithoutQuotes(Reason reason) {
    assertThat(reason.description()).matches("[\\x20-\\x21\\x23-\\x5B\\x5D-\\x7E]+");
  }
}
