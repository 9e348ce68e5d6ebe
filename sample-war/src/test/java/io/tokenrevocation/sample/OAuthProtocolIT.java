package io.tokenrevocation.sample;

import static io.tokenrevocation.sample.TestClient.CONFIDENTIAL;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("What all OAuth endpoints have in common")
class OAuthProtocolIT extends SampleTest {

  private OAuth oauth;

  @BeforeEach
  void reachTheEndpoints() {
    oauth = new OAuth(sample);
  }

  @ParameterizedTest(name = "/oauth2/{0}: {1}")
  @CsvSource({"revoke, POST", "token, POST", "introspect, POST", "userInfo, 'GET, POST'"})
  @DisplayName("7.4: preflight")
  @Contract("2.1 cors")
  void letEveryPageCall(String endpoint, String methods) {
    var answer =
        sample.send(
            "OPTIONS",
            "oauth2/" + endpoint,
            "Origin",
            "https://app.example",
            "Access-Control-Request-Method",
            "POST",
            "Access-Control-Request-Headers",
            "authorization,x-other");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body()).isEmpty();
    assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo("*");
    assertThat(answer.header("Access-Control-Allow-Methods")).isEqualTo(methods);
    assertThat(answer.header("Access-Control-Allow-Headers")).isEqualTo("authorization,x-other");
    assertThat(answer.header("Access-Control-Max-Age")).isEqualTo("172800");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "<script>", "a;b"})
  void saysOfItselfWhichHeadersAreAllowed(String requested) {
    var answer =
        sample.send("OPTIONS", "oauth2/token", "Access-Control-Request-Headers", requested);
    assertThat(answer.header("Access-Control-Allow-Headers"))
        .isEqualTo("Authorization, Content-Type");
  }

  @ParameterizedTest
  @ValueSource(strings = {"revoke", "token", "introspect", "userInfo"})
  @DisplayName("2.1: CORS simple requests")
  @Contract({"2.1 cors", "2.1 no-store"})
  void letAPageReadWhatWentWrong(String endpoint) {
    var answer = oauth.post(endpoint, "", "Origin", "https://app.example");
    assertThat(answer.status()).isIn(400, 401);
    assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo("*");
    assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
  }

  @ParameterizedTest
  @CsvSource({
    "revoke, GET",
    "revoke, PUT",
    "revoke, DELETE",
    "token, GET",
    "token, PATCH",
    "introspect, GET",
    "introspect, PUT"
  })
  @DisplayName("2.1: 405 for a wrong method, RFC 9110, 15.5.6: with Allow")
  @Contract("2.1 post")
  void takeNoOtherMethod(String endpoint, String method) {
    var answer = sample.send(method, "oauth2/" + endpoint);
    assertThat(answer.status()).isEqualTo(405);
    assertThat(answer.header("Allow").split(" *, *", -1))
        .contains("OPTIONS", "POST")
        .doesNotContain("PUT", "DELETE", "PATCH");
  }

  @ParameterizedTest
  @ValueSource(strings = {"revoke", "token", "introspect"})
  @Tag("exact-allow")
  void allowNothingElse(String endpoint) {
    assertThat(sample.send("PUT", "oauth2/" + endpoint).header("Allow").split(" *, *", -1))
        .containsExactlyInAnyOrder("OPTIONS", "POST");
  }

  @ParameterizedTest
  @ValueSource(strings = {"PUT", "DELETE"})
  void takeNoOtherMethodAtUserInfo(String method) {
    var answer = sample.send(method, "oauth2/userInfo");
    assertThat(answer.status()).isEqualTo(405);
    assertThat(answer.header("Allow").split(" *, *", -1)).contains("GET", "POST", "OPTIONS");
  }

  @ParameterizedTest(name = "/oauth2/{0}: {1}")
  @CsvSource({
    "revoke, application/json",
    "token, application/json",
    "introspect, application/json",
    "token, text/plain",
    "token, multipart/form-data"
  })
  @Contract("2.1 post")
  void takeFormsOnly(String endpoint, String type) {
    var answer = sample.post("oauth2/" + endpoint, "{}", "Content-Type", type);
    assertThat(answer.status()).isEqualTo(415);
    assertThat(OAuth.error(answer)).isEqualTo("invalid_request");
  }

  @ParameterizedTest
  @ValueSource(strings = {"nonsense", "/", ""})
  void takeNothingThatHasNoType(String type) {
    var answer = sample.post("oauth2/token", "client_id=sampleweb", "Content-Type", type);
    assertThat(answer.status()).as("of the server itself, before us").isIn(400, 415);
    assertThat(answer.body()).doesNotContain("Exception");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/x-www-form-urlencoded;charset=UTF-8",
        "application/x-www-form-urlencoded; charset=utf-8",
        "Application/X-WWW-Form-Urlencoded"
      })
  void takeAFormHoweverItIsSpelt(String type) {
    var answer = sample.post("oauth2/revoke", "token=x&client_id=sampleweb", "Content-Type", type);
    assertThat(answer.status()).isEqualTo(200);
  }

  @Test
  void readNothingFromTheAddress() {
    var session = sample.signIn("alice");
    var query = "?client_id=sampleweb&token=" + session.refreshToken();
    assertThat(sample.get("oauth2/revoke" + query).status()).isEqualTo(405);
    assertThat(oauth.post("revoke" + query, "").status()).isEqualTo(401);
    assertThat(oauth.post("revoke" + query, "client_id=sampleweb").status()).isEqualTo(400);
    var refresh = "?grant_type=refresh_token&refresh_token=" + session.refreshToken();
    assertThat(oauth.post("token" + refresh, "client_id=sampleweb").status()).isEqualTo(400);
    assertThat(session.me().status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"revoke", "token", "introspect", "userInfo"})
  void takeNoLongBody(String endpoint) {
    var answer = oauth.post(endpoint, "token=" + "x".repeat(70_000));
    assertThat(answer.status()).isEqualTo(400);
    assertThat(OAuth.error(answer)).isEqualTo("invalid_request");
  }

  @ParameterizedTest
  @ValueSource(strings = {"token", "introspect", "userInfo"})
  void takeNoBodyThatEndsTooEarly(String endpoint) throws IOException {
    var half = sample.postRaw("oauth2/" + endpoint, "Content-Length: 100", "a");
    assertThat(half).as("nobody may be left to answer").isIn("", "HTTP/1.1 400");
  }

  @Test
  @DisplayName("RFC 6749, 2.3.1: Basic credentials may be form-encoded")
  void takeBasicCredentialsFormEncoded() {
    var encoded = new TestClient("sample%62ackend", CONFIDENTIAL.secret());
    assertThat(oauth.postAs(encoded, "introspect", "token=x").status()).isEqualTo(200);
    assertThat(oauth.postAs(encoded, "revoke", "token=x").status()).isEqualTo(200);
  }

  @Test
  void areNoPlaceForAnythingElse() {
    var answer = sample.get("oauth2/authorize");
    assertThat(answer.status()).isEqualTo(404);
    assertThat(OAuth.error(answer)).isEqualTo("invalid_request");
  }
}
