package io.tokenrevocation.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("POST /oauth2/revoke")
class OAuthRevokeIT extends SampleTest {

  private static final String FORM = "application/x-www-form-urlencoded";

  @Test
  @Contract({"2.1 public", "2.1 revoked"})
  void revokesForAPublicClientThatNamesItself() {
    var session = sample.signIn("alice");
    var answer = revoke("token=" + session.refreshToken() + "&client_id=sampleweb");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body()).isEmpty();
    assertThat(session.me().challenge()).isEqualTo(Answer.REVOKED);
  }

  @Test
  @DisplayName("a body with the line break that Cognito's documentation prints in it")
  void takesABodyOfTwoLines() {
    var session = sample.signIn("alice");
    revoke("token=" + session.refreshToken() + "&\nclient_id=sampleweb\n");
    assertThat(session.me().challenge()).isEqualTo(Answer.REVOKED);
  }

  @Test
  @Contract("2.1 basic")
  void revokesForAConfidentialClientWithBasic() {
    var session = sample.signIn("alice", TestClient.CONFIDENTIAL);
    var answer =
        revoke("token=" + session.refreshToken(), "Authorization", TestClient.CONFIDENTIAL.basic());
    assertThat(answer.status()).isEqualTo(200);
    assertThat(session.me().challenge()).isEqualTo(Answer.REVOKED);
  }

  @Test
  @Contract("2.1 basic")
  void acceptsTheClientIdAsWellWhenItIsTheSame() {
    var session = sample.signIn("alice", TestClient.CONFIDENTIAL);
    var body = "token=" + session.refreshToken() + "&client_id=samplebackend";
    revoke(body, "Authorization", TestClient.CONFIDENTIAL.basic());
    assertThat(session.me().challenge()).isEqualTo(Answer.REVOKED);
  }

  @Test
  @DisplayName("RFC 7009, 2.2: 200 also for a token that is revoked or unknown")
  @Contract("2.1 again")
  void succeedsAgainAndForGarbage() {
    var body = "token=" + sample.signIn("alice").refreshToken() + "&client_id=sampleweb";
    assertThat(revoke(body).status()).isEqualTo(200);
    assertThat(revoke(body).status()).isEqualTo(200);
    assertThat(revoke("token=garbage&client_id=sampleweb").status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"refresh_token", "access_token", "nonsense", ""})
  @DisplayName("RFC 7009, 2.1: an unknown token_type_hint is ignored")
  @Contract("2.1 hint")
  void ignoresATypeHint(String hint) {
    var session = sample.signIn("alice");
    revoke("token=" + session.refreshToken() + "&client_id=sampleweb&token_type_hint=" + hint);
    assertThat(session.me().challenge()).isEqualTo(Answer.REVOKED);
  }

  @Test
  @Contract("2.1 not-a-refresh-token")
  void takesNoAccessToken() {
    var session = sample.signIn("alice");
    var answer = revoke("token=" + session.accessToken() + "&client_id=sampleweb");
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body()).contains("\"error\":\"unsupported_token_type\"");
    assertThat(session.me().status()).isEqualTo(200);
  }

  @Test
  @Contract("2.1 other-client")
  void refusesAnotherClientsTokenAndLeavesItAlone() {
    var session = sample.signIn("alice", TestClient.CONFIDENTIAL);
    var answer = revoke("token=" + session.refreshToken() + "&client_id=sampleweb");
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body()).contains("\"error\":\"invalid_request\"");
    assertThat(session.me().status()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({
    "token=x&client_id=nobody",
    "token=x&client_id=samplebackend",
    "token=x&client_id=samplebackend&client_secret=samplebackendsecret0000000000000000",
    "token=x",
    "token=x&client_id="
  })
  @Contract({"2.1 client-missing", "2.1 post-secret"})
  void refusesAClientThatDoesNotProveItself(String body) {
    var answer = revoke(body);
    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.body()).contains("\"error\":\"invalid_client\"");
    assertThat(answer.challenge()).startsWith("Basic");
  }

  @Test
  @Contract("2.1 wrong-credentials")
  void refusesAWrongSecret() {
    var wrong = new TestClient("samplebackend", "wrong").basic();
    assertThat(revoke("token=x", "Authorization", wrong).status()).isEqualTo(401);
  }

  @ParameterizedTest
  @CsvSource({
    "client_id=sampleweb",
    "token=&client_id=sampleweb",
    "token=a&token=b&client_id=sampleweb",
    "token=%zz&client_id=sampleweb"
  })
  @Contract({"2.1 token-missing", "2.2 repeated"})
  void refusesAMalformedRequest(String body) {
    var answer = revoke(body);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body()).contains("\"error\":\"invalid_request\"");
  }

  @Test
  @DisplayName("RFC 6749, 2.3: not more than one authentication method in each request")
  void refusesASecretInTheFormBesideBasic() {
    var answer =
        revoke("token=x&client_secret=x", "Authorization", TestClient.CONFIDENTIAL.basic());
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body()).contains("\"error\":\"invalid_request\"");
  }

  @Test
  void refusesTwoAuthorizationHeaders() {
    var basic = TestClient.CONFIDENTIAL.basic();
    var answer = revoke("token=x", "Authorization", basic, "Authorization", basic);
    assertThat(answer.status()).isEqualTo(400);
  }

  @Test
  void refusesAnotherContentTypeAnotherMethodAndALongBody() {
    assertThat(sample.post("oauth2/revoke", "{}", "Content-Type", "application/json").body())
        .contains("\"error\":\"invalid_request\"");
    assertThat(sample.get("oauth2/revoke").status()).isEqualTo(405);
    assertThat(sample.get("oauth2/revoke").header("Allow")).contains("POST");
    assertThat(revoke("token=" + "x".repeat(70_000)).status()).isEqualTo(400);
  }

  @Test
  void understandsAFormEncodedToken() {
    var session = sample.signIn("alice");
    var encoded = URLEncoder.encode(session.refreshToken(), StandardCharsets.UTF_8);
    revoke("token=" + encoded.replace(".", "%2E") + "&client_id=sampleweb");
    assertThat(session.me().challenge()).isEqualTo(Answer.REVOKED);
  }

  private Answer revoke(String body, String... headers) {
    var all = new String[headers.length + 2];
    System.arraycopy(headers, 0, all, 2, headers.length);
    all[0] = "Content-Type";
    all[1] = FORM;
    return sample.post("oauth2/revoke", body, all);
  }
}
