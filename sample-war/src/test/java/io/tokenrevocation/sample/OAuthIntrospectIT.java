package io.tokenrevocation.sample;

import static io.tokenrevocation.sample.TestClient.CONFIDENTIAL;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonValue;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("RFC 7662: /oauth2/introspect")
class OAuthIntrospectIT extends SampleTest {

  private static final JsonValue INACTIVE = Json.createObjectBuilder().add("active", false).build();

  private OAuth oauth;

  @BeforeEach
  void reachTheEndpoint() {
    oauth = new OAuth(sample);
  }

  @Test
  @DisplayName("RFC 7662, 2.2: active, scope, client_id, username, token_type, exp, iat, sub, ...")
  void saysWhatAnAccessTokenSays() {
    var token = sample.signIn("alice").accessToken();
    var claims = Tokens.claims(token);
    var answer = oauth.introspect(token);
    assertThat(answer.keySet())
        .containsExactlyInAnyOrder(
            "active",
            "token_use",
            "token_type",
            "scope",
            "exp",
            "iat",
            "jti",
            "iss",
            "sub",
            "username",
            "client_id",
            "origin_jti");
    assertThat(answer.getBoolean("active")).isTrue();
    assertThat(answer.getString("token_type")).isEqualTo("Bearer");
    Stream.of("token_use", "scope", "exp", "iat", "jti", "iss", "sub", "username", "client_id")
        .forEach(name -> assertThat(answer.get(name)).as(name).isEqualTo(claims.get(name)));
    assertThat(answer.get("origin_jti")).isEqualTo(claims.get("origin_jti"));
  }

  @Test
  void tellsAnIdTokenFromAnAccessToken() {
    var answer = oauth.introspect(sample.signIn("alice").tokens().idToken());
    assertThat(answer.getBoolean("active")).isTrue();
    assertThat(answer.getString("token_use")).isEqualTo("id");
    assertThat(answer.getString("aud")).isEqualTo("sampleweb");
    assertThat(answer.keySet()).doesNotContain("token_type", "scope");
  }

  @Test
  void knowsRefreshTokensOfEveryClientOfThePool() {
    var session = sample.signIn("alice");
    var answer = oauth.introspect(session.refreshToken());
    var issuedAt = Tokens.claims(session.accessToken()).getInt("iat");
    assertThat(answer.getBoolean("active")).isTrue();
    assertThat(answer.getString("token_use")).isEqualTo("refresh");
    assertThat(answer.getString("client_id")).isEqualTo("sampleweb");
    assertThat(answer.getString("username")).isEqualTo("alice");
    assertThat(answer.getInt("exp")).isEqualTo(issuedAt + 30 * 24 * 3600);
    assertThat(answer.keySet()).doesNotContain("token_type", "scope", "iat");
    assertThat(session.refresh().me().status()).isEqualTo(200);
  }

  @Test
  @DisplayName("RFC 7662, 2.2: {\"active\":false} and nothing else once revoked")
  void isRightTheMomentTheRevocationIsAnswered() {
    for (var round = 0; round < 20; round++) {
      var session = sample.signIn("alice");
      var refreshed = session.refresh();
      session.revoke();
      assertInactive(session);
      assertInactive(refreshed);
    }
  }

  @Test
  void isRightTheMomentASignOutIsAnswered() {
    var session = sample.signIn("carol");
    session.signOutEverywhere();
    assertInactive(session);
    assertThat(oauth.introspect(sample.signIn("carol").accessToken()).getBoolean("active"))
        .isTrue();
  }

  @Test
  void saysNothingOfTokensOfADeletedClient() {
    var administrator = new Administrator(sample);
    var client = administrator.createForPasswords(request -> {});
    var session = sample.signIn("alice", client);
    assertThat(oauth.introspect(session.accessToken()).getBoolean("active")).isTrue();
    administrator.delete(client.id());
    assertInactive(session);
  }

  @Test
  void saysNothingOfWhatIsNoTokenOfOurs() {
    var token = sample.signIn("alice").accessToken();
    for (var each :
        new String[] {
          "garbage",
          "a.b.c",
          "a.b.c.d.e",
          "%00",
          "x".repeat(60_000),
          Tokens.alterSignature(token),
          Tokens.withClaims(token, "{\"iss\":\"https://elsewhere.example\"}")
        }) {
      var answer = oauth.postAs(CONFIDENTIAL, "introspect", "token=" + each);
      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.body()).isEqualTo("{\"active\":false}");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"access_token", "refresh_token", "nonsense", ""})
  @DisplayName("RFC 7662, 2.1: token_type_hint may be ignored")
  void ignoresATypeHint(String hint) {
    var form = "token=" + sample.signIn("alice").accessToken() + "&token_type_hint=" + hint;
    assertThat(oauth.postAs(CONFIDENTIAL, "introspect", form).body()).contains("\"active\":true");
  }

  @Test
  void isJsonThatNobodyKeepsWhateverIsAccepted() {
    var answer =
        oauth.post(
            "introspect",
            "token=x",
            "Authorization",
            CONFIDENTIAL.basic(),
            "Accept",
            "application/token-introspection+jwt");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Content-Type")).isEqualTo("application/json");
    assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    assertThat(answer.header("Pragma")).isEqualTo("no-cache");
  }

  @Test
  void takesTheSecretFromTheBodyToo() {
    var form =
        "token="
            + sample.signIn("alice").accessToken()
            + "&client_id=samplebackend&client_secret=samplebackendsecret0000000000000000";
    assertThat(oauth.post("introspect", form).body()).startsWith("{\"active\":true");
  }

  @ParameterizedTest
  @CsvSource({
    "token=x",
    "token=x&client_id=sampleweb",
    "token=x&client_id=nobody",
    "token=x&client_id=samplebackend",
    "token=x&client_id=samplebackend&client_secret=wrong"
  })
  @DisplayName("RFC 7662, 2.3: 401 for a client that does not prove who it is")
  void asksNobodyElse(String form) {
    var answer = oauth.post("introspect", form);
    assertThat(answer.status()).isEqualTo(401);
    assertThat(OAuth.error(answer)).isEqualTo("invalid_client");
    assertThat(answer.challenge()).startsWith("Basic ");
  }

  @Test
  void refusesAWrongSecretAndATokenOfTheCaller() {
    var wrong = new TestClient("samplebackend", "wrong");
    assertThat(oauth.postAs(wrong, "introspect", "token=x").status()).isEqualTo(401);
    var bearer = "Bearer " + sample.signIn("carol").accessToken();
    assertThat(oauth.post("introspect", "token=x", "Authorization", bearer).status())
        .isEqualTo(401);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "token=", "token=a&token=b", "token=%zz"})
  void refusesAMalformedRequest(String form) {
    var answer = oauth.postAs(CONFIDENTIAL, "introspect", form);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(OAuth.error(answer)).isEqualTo("invalid_request");
  }

  private void assertInactive(Session session) {
    Stream.of(session.accessToken(), session.tokens().idToken(), session.refreshToken())
        .forEach(token -> assertThat(oauth.introspect(token)).isEqualTo(INACTIVE));
  }
}
