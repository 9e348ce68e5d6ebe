package io.tokenrevocation.sample;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("3.3 and 5.8: /oauth2/userInfo")
class OAuthUserInfoIT extends SampleTest {

  private static final String REFUSED =
      "Bearer error=\"invalid_token\", error_description=\"Access token is expired, disabled, or deleted,"
          + " or the user has globally signed out.\"";

  private static final String MALFORMED =
      "Bearer error=\"invalid_request\", error_description=\"Bad OAuth2 request at UserInfo Endpoint\"";

  private OAuth oauth;
  private Session session;

  @BeforeEach
  void signIn() {
    oauth = new OAuth(sample);
    session = sample.signIn("carol");
  }

  @Test
  @Contract("5.8 user-info")
  void returnsTheUserOfAnAccessToken() {
    var answer = oauth.userInfo(session.accessToken());
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Content-Type")).isEqualTo("application/json;charset=UTF-8");
    assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    var claims = Tokens.json(answer.body());
    assertThat(claims.getString("sub")).isEqualTo(session.claim("sub"));
    assertThat(claims.getString("username")).isEqualTo("carol");
  }

  @Test
  @DisplayName("OpenID Connect Core, 5.3.1: GET or POST, the token in the header or the form")
  void takesThePostAsWell() {
    var token = session.accessToken();
    var inForm = oauth.post("userInfo", "access_token=" + token);
    assertThat(Tokens.json(inForm.body()).getString("username")).isEqualTo("carol");
    var inHeader = sample.send("POST", "oauth2/userInfo", "Authorization", "Bearer " + token);
    assertThat(Tokens.json(inHeader.body()).getString("username")).isEqualTo("carol");
  }

  @Test
  @DisplayName("3.3: 401 once the user has signed out everywhere")
  @Contract("3.3 user-info")
  void refusesATokenFromBeforeASignOut() {
    session.signOutEverywhere();
    refused(oauth.userInfo(session.accessToken()));
  }

  @Test
  void refusesARevokedToken() {
    session.revoke();
    refused(oauth.userInfo(session.accessToken()));
  }

  @Test
  @DisplayName("RFC 6750, 3.1: invalid_token for a malformed token too")
  void refusesWhatIsNoAccessToken() {
    refused(oauth.userInfo("garbage"));
    refused(oauth.userInfo(session.tokens().idToken()));
    refused(oauth.userInfo(session.refreshToken()));
    refused(oauth.userInfo(Tokens.alterSignature(session.accessToken())));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Bearer", "Bearer ", "Bearer a b", "Basic YTpi", "nonsense"})
  @DisplayName("5.8: 400 Bad OAuth2 request at UserInfo Endpoint")
  void refusesAHeaderWithoutAToken(String header) {
    malformed(sample.get("oauth2/userInfo", "Authorization", header));
  }

  @Test
  void refusesARequestWithoutATokenOrWithTwo() {
    var bearer = "Bearer " + session.accessToken();
    malformed(sample.get("oauth2/userInfo"));
    malformed(sample.get("oauth2/userInfo?access_token=" + session.accessToken()));
    malformed(oauth.post("userInfo", ""));
    malformed(
        oauth.post("userInfo", "access_token=" + session.accessToken(), "Authorization", bearer));
    malformed(sample.get("oauth2/userInfo", "Authorization", bearer, "Authorization", bearer));
  }

  private static void refused(Answer answer) {
    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.challenge()).isEqualTo(REFUSED);
    assertThat(OAuth.error(answer)).isEqualTo("invalid_token");
  }

  private static void malformed(Answer answer) {
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.challenge()).isEqualTo(MALFORMED);
    assertThat(OAuth.error(answer)).isEqualTo("invalid_request");
  }
}
