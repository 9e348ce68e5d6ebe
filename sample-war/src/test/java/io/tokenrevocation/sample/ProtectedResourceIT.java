package io.tokenrevocation.sample;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("GET /api/me")
class ProtectedResourceIT extends SampleTest {

  @Test
  void knowsTheCallerFromTheTokenAndFromTheServletApi() {
    var session = sample.signIn("bob");
    var me = Tokens.json(session.me().body());
    assertThat(me.getString("username")).isEqualTo("bob");
    assertThat(me.getString("principal")).isEqualTo("bob");
    assertThat(me.getString("subject")).isEqualTo(session.claim("sub"));
    assertThat(me.getString("client")).isEqualTo("sampleweb");
    assertThat(me.get("groups")).hasToString("[\"editors\"]");
    assertThat(me.get("scopes")).hasToString("[\"aws.cognito.signin.user.admin\"]");
    assertThat(me.get("roles")).hasToString("{\"editors\":true,\"revocation-admin\":false}");
  }

  @Test
  @DisplayName("RFC 6750, 3.1: no error code where no token was sent")
  void challengesARequestWithoutAToken() {
    var answer = sample.get("api/me");
    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.challenge()).isEqualTo("Bearer");
  }

  @Test
  void challengesAnotherScheme() {
    var answer = sample.get("api/me", "Authorization", TestClient.CONFIDENTIAL.basic());
    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.challenge()).isEqualTo("Bearer");
  }

  @Test
  void takesTheSchemeInAnyCase() {
    var token = sample.signIn("alice").accessToken();
    assertThat(sample.get("api/me", "Authorization", "bEARER " + token).status()).isEqualTo(200);
  }

  @Test
  void saysWhyATokenIsRefused() {
    var tokens = sample.signIn("alice").tokens();
    refuses("The access token is malformed", "garbage");
    refuses("The access token is malformed", "");
    refuses("The access token has a bad signature", Tokens.alterSignature(tokens.accessToken()));
    refuses(
        "The access token has a bad signature",
        Tokens.withClaims(
            tokens.accessToken(),
            Tokens.claims(tokens.accessToken()).toString().replace("alice", "carol")));
    refuses(
        "The access token is from an unknown issuer",
        Tokens.withClaims(tokens.accessToken(), "{\"iss\":\"https://elsewhere.example\"}"));
    refuses("The token is not an access token", tokens.idToken());
  }

  @Test
  @DisplayName("RFC 6750, 2: one way to send the token")
  void refusesTwoAuthorizationHeaders() {
    var bearer = "Bearer " + sample.signIn("alice").accessToken();
    var answer = sample.get("api/me", "Authorization", bearer, "Authorization", bearer);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.challenge()).contains("error=\"invalid_request\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"api;x=y/me", "api//me", "api/%6de", "cognito-idp/%2e%2e/api/me"})
  void cannotBeReachedUnderAnotherSpelling(String path) {
    assertThat(sample.get(path).status()).isIn(400, 401, 404);
  }

  @Test
  void verifiesATokenAlsoWhereNoneIsRequired() {
    assertThat(sample.get("").status()).isEqualTo(200);
    assertThat(sample.get("", "Authorization", "Bearer garbage").status()).isEqualTo(401);
  }

  private void refuses(String description, String token) {
    var answer = sample.get("api/me", "Authorization", "Bearer " + token);
    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.challenge()).isEqualTo(Answer.invalidToken(description));
    assertThat(answer.body()).isEmpty();
  }
}
