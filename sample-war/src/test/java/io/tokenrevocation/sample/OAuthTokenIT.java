package io.tokenrevocation.sample;

import static io.tokenrevocation.sample.TestClient.CONFIDENTIAL;
import static io.tokenrevocation.sample.TestClient.PUBLIC;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ExplicitAuthFlowsType;

@DisplayName("5.8: /oauth2/token with grant_type=refresh_token")
class OAuthTokenIT extends SampleTest {

  private OAuth oauth;

  @BeforeEach
  void reachTheEndpoints() {
    oauth = new OAuth(sample);
  }

  @Test
  @DisplayName("5.8: 200 application/json, access_token, id_token, token_type, expires_in")
  @Contract("5.8 refresh")
  void mintsFurtherTokensOfTheFamily() {
    var session = sample.signIn("alice");
    var answer = oauth.post("token", refreshing(session) + "&client_id=sampleweb");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Content-Type")).isEqualTo("application/json");
    var tokens = Tokens.json(answer.body());
    assertThat(tokens.keySet())
        .containsExactly("access_token", "id_token", "token_type", "expires_in");
    assertThat(tokens.getString("token_type")).isEqualTo("Bearer");
    assertThat(tokens.getInt("expires_in")).isEqualTo(3600);
    for (var name : new String[] {"access_token", "id_token"}) {
      assertThat(Tokens.claims(tokens.getString(name)).get("origin_jti"))
          .isEqualTo(Tokens.claims(session.accessToken()).get("origin_jti"));
    }
  }

  @Test
  @DisplayName("5.8: refresh_token only with rotation")
  @Contract({"4.6 token-endpoint", "5.8 refresh"})
  void rotatesTheTokensOfAClientThatWantsIt() {
    var rotating = RotatingClient.make(sample, 0);
    var session = rotating.signIn();
    var id = "&client_id=" + rotating.client().id();
    var tokens = Tokens.json(oauth.post("token", refreshing(session) + id).body());
    var next = tokens.getString("refresh_token");
    assertThat(next).isNotEqualTo(session.refreshToken());
    assertThat(oauth.introspect(next).getBoolean("active")).isTrue();
    assertThat(oauth.introspect(session.refreshToken()).getBoolean("active")).isFalse();
    refused(oauth.post("token", refreshing(session) + id), 400, "invalid_grant");
    var again = "grant_type=refresh_token&refresh_token=" + next + id;
    assertThat(oauth.post("token", again).status()).isEqualTo(200);
  }

  @Test
  @DisplayName("RFC 6749, 5.1: Cache-Control: no-store, Pragma: no-cache")
  void isNotToBeKept() {
    var session = sample.signIn("alice");
    for (var answer :
        new Answer[] {
          oauth.post("token", refreshing(session) + "&client_id=sampleweb"), oauth.post("token", "")
        }) {
      assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
      assertThat(answer.header("Pragma")).isEqualTo("no-cache");
    }
  }

  @Test
  @DisplayName("5.8: secret by Basic or client_secret in the body")
  void takesTheSecretEitherWay() {
    var form = refreshing(sample.signIn("alice", CONFIDENTIAL));
    assertThat(oauth.postAs(CONFIDENTIAL, "token", form).status()).isEqualTo(200);
    assertThat(oauth.postAs(CONFIDENTIAL, "token", form + "&client_id=samplebackend").status())
        .isEqualTo(200);
    assertThat(oauth.post("token", form + inForm(CONFIDENTIAL)).status()).isEqualTo(200);
  }

  @Test
  @DisplayName("RFC 6749, 2.3: not more than one authentication method in each request")
  void refusesTheSecretBothWays() {
    var form = refreshing(sample.signIn("alice", CONFIDENTIAL)) + inForm(CONFIDENTIAL);
    refused(oauth.postAs(CONFIDENTIAL, "token", form), 400, "invalid_request");
  }

  @Test
  @DisplayName("RFC 6749, 5.2: 401 and a challenge for a client that tried the header")
  void challengesAClientThatTriedBasic() {
    var wrong = new TestClient("samplebackend", "wrong");
    var answer = oauth.postAs(wrong, "token", "grant_type=refresh_token&refresh_token=x");
    refused(answer, 401, "invalid_client");
    assertThat(answer.challenge()).startsWith("Basic ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "&client_id=",
        "&client_id=nobody",
        "&client_id=samplebackend",
        "&client_id=samplebackend&client_secret=wrong"
      })
  @DisplayName("5.8: 400 invalid_client")
  @Contract("5.8 errors")
  void refusesAClientThatDoesNotProveItself(String credentials) {
    var answer = oauth.post("token", "grant_type=refresh_token&refresh_token=x" + credentials);
    refused(answer, 400, "invalid_client");
    assertThat(answer.challenge()).isEmpty();
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "invalid_request, client_id=sampleweb",
    "invalid_request, client_id=sampleweb&grant_type=",
    "invalid_request, client_id=sampleweb&grant_type=refresh_token",
    "invalid_request, client_id=sampleweb&grant_type=refresh_token&refresh_token=",
    "invalid_request, client_id=sampleweb&grant_type=refresh_token&refresh_token=a&refresh_token=b",
    "invalid_request, client_id=sampleweb&grant_type=refresh_token&refresh_token=%zz",
    "unsupported_grant_type, client_id=sampleweb&grant_type=authorization_code&code=x",
    "unsupported_grant_type, client_id=sampleweb&grant_type=client_credentials",
    "unsupported_grant_type, client_id=sampleweb&grant_type=REFRESH_TOKEN&refresh_token=x",
    "invalid_grant, client_id=sampleweb&grant_type=refresh_token&refresh_token=garbage"
  })
  @DisplayName("5.8: 400 application/json;charset=UTF-8, error")
  @Contract("5.8 errors")
  void refuses(String error, String form) {
    refused(oauth.post("token", form), 400, error);
  }

  @Test
  @DisplayName("5.8: invalid_grant (revoked refresh token)")
  @Contract("5.8 errors")
  void refusesARevokedToken() {
    var session = sample.signIn("alice");
    session.revoke();
    refused(
        oauth.post("token", refreshing(session) + "&client_id=sampleweb"), 400, "invalid_grant");
  }

  @Test
  void refusesATokenOfAUserWhoSignedOutEverywhere() {
    var session = sample.signIn("carol");
    session.signOutEverywhere();
    refused(
        oauth.post("token", refreshing(session) + "&client_id=sampleweb"), 400, "invalid_grant");
  }

  @Test
  @DisplayName("RFC 6749, 5.2: invalid_grant also if it was issued to another client")
  void refusesAnotherClientsTokenAndLeavesItAlone() {
    var session = sample.signIn("alice");
    refused(oauth.postAs(CONFIDENTIAL, "token", refreshing(session)), 400, "invalid_grant");
    assertThat(session.refresh().me().status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void refusesWhatIsNoRefreshToken(boolean access) {
    var tokens = sample.signIn("alice").tokens();
    var token = access ? tokens.accessToken() : tokens.idToken();
    var form = "grant_type=refresh_token&client_id=sampleweb&refresh_token=" + token;
    refused(oauth.post("token", form), 400, "invalid_grant");
  }

  @Test
  @DisplayName("5.8: unauthorized_client")
  @Contract("5.8 errors")
  void refusesAClientThatMayNotRefresh() {
    var client =
        new Administrator(sample)
            .createForPasswords(
                request ->
                    request.explicitAuthFlows(ExplicitAuthFlowsType.ALLOW_USER_PASSWORD_AUTH));
    var form = refreshing(sample.signIn("alice", client)) + "&client_id=" + client.id();
    refused(oauth.post("token", form), 400, "unauthorized_client");
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "200, aws.cognito.signin.user.admin",
    "200, ''",
    "400, openid",
    "400, aws.cognito.signin.user.admin openid",
    "400, AWS.cognito.signin.user.admin"
  })
  @DisplayName("RFC 6749, 6: no scope that was not granted")
  void grantsNoFurtherScope(int status, String scope) {
    var form = refreshing(sample.signIn("alice")) + "&client_id=sampleweb&scope=" + scope;
    var answer = oauth.post("token", form.replace(' ', '+'));
    assertThat(answer.status()).isEqualTo(status);
    if (status == 400) {
      refused(answer, 400, "invalid_scope");
    }
  }

  private static String refreshing(Session session) {
    return "grant_type=refresh_token&refresh_token=" + session.refreshToken();
  }

  private static String inForm(TestClient client) {
    return "&client_id=" + client.id() + "&client_secret=" + client.secret();
  }

  private static void refused(Answer answer, int status, String error) {
    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.header("Content-Type")).isEqualTo("application/json;charset=UTF-8");
    assertThat(OAuth.error(answer)).isEqualTo(error);
    assertThat(answer.body()).doesNotContain(PUBLIC.id(), CONFIDENTIAL.secret(), "Exception");
  }
}
