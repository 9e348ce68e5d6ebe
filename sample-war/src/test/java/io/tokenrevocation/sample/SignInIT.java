package io.tokenrevocation.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthFlowType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.CognitoIdentityProviderException;

@DisplayName("InitiateAuth and GetUser, called with the AWS SDK")
@Contract("6.4 endpoint")
class SignInIT extends SampleTest {

  @Test
  @Contract({"4.4 access", "5.6 shape"})
  void givesTokensThatLiveForAnHour() {
    var tokens = sample.signIn("alice").tokens();
    assertThat(tokens.expiresIn()).isEqualTo(3600);
    assertThat(tokens.tokenType()).isEqualTo("Bearer");
    assertThat(tokens.refreshToken().split("\\.", -1)).hasSize(5);
    assertThat(tokens.refreshToken()).startsWith("eyJjdHkiOiJKV1QiLC");
  }

  @Test
  @Contract("5.7 answer")
  void givesNoNewRefreshTokenForARefresh() {
    var session = sample.signIn("alice");
    var answer = refresh(TestClient.PUBLIC, session.refreshToken());
    assertThat(answer.body()).contains("\"AccessToken\"").doesNotContain("\"RefreshToken\"");
    assertThat(answer.body()).endsWith(",\"ChallengeParameters\":{}}");
  }

  @Test
  @Contract("6.1 wrong-password")
  void saysNothingAboutWhichOfNameAndPasswordWasWrong() {
    refuses(
        "Incorrect username or password.",
        () -> sample.authenticate("alice", "wrong", TestClient.PUBLIC));
    refuses(
        "Incorrect username or password.",
        () -> sample.authenticate("nobody", Sample.PASSWORD, TestClient.PUBLIC));
  }

  @Test
  void refusesAnUnknownClient() {
    refuses(
        "User pool client unknown does not exist.",
        () -> sample.signIn("alice", new TestClient("unknown", null)));
  }

  @Test
  @Contract({"6.1 hash-missing", "6.1 hash-wrong"})
  void refusesAConfidentialClientThatDoesNotProveItsSecret() {
    refuses(
        "Client samplebackend is configured with secret but SECRET_HASH was not received",
        () -> sample.signIn("alice", new TestClient("samplebackend", null)));
    refuses(
        "Unable to verify secret hash for client samplebackend",
        () -> sample.signIn("alice", new TestClient("samplebackend", "another")));
  }

  @Test
  @Contract("5.7 hash-missing")
  void checksTheSecretOnARefreshToo() {
    var session = sample.signIn("alice", TestClient.CONFIDENTIAL);
    assertThat(session.refresh().me().status()).isEqualTo(200);
    assertThat(refresh(TestClient.CONFIDENTIAL, session.refreshToken()).body())
        .contains("SECRET_HASH was not received");
  }

  @Test
  @Contract({"5.7 other-client", "5.7 garbage"})
  void refusesARefreshTokenOfAnotherClientAndGarbage() {
    var session = sample.signIn("alice", TestClient.CONFIDENTIAL);
    assertThat(refresh(TestClient.PUBLIC, session.refreshToken()).body())
        .contains("Refresh Token has different Client");
    assertThat(refresh(TestClient.PUBLIC, "garbage").body()).contains("Invalid Refresh Token");
  }

  @Test
  void refusesFlowsTheClientDoesNotHave() {
    for (var flow : new String[] {"USER_SRP_AUTH", "CUSTOM_AUTH", "USER_AUTH"}) {
      var answer =
          sample.postToCognito(
              "InitiateAuth", "{\"AuthFlow\":\"" + flow + "\",\"ClientId\":\"sampleweb\"}");
      assertThat(answer.body()).contains(flow + " is not enabled for the client.");
    }
    refuses(
        "Initiate Auth method not supported.",
        () ->
            sample
                .cognito()
                .initiateAuth(
                    request ->
                        request
                            .authFlow(AuthFlowType.ADMIN_USER_PASSWORD_AUTH)
                            .clientId("sampleweb")));
  }

  @Test
  void namesTheUserOfAnAccessToken() {
    assertThat(sample.signIn("alice").getUser()).isEqualTo("alice");
  }

  @Test
  @Contract({"3.5 id-token", "3.5 garbage", "3.5 signature"})
  void refusesAnIdTokenAndAnAlteredTokenInGetUser() {
    var tokens = sample.signIn("alice").tokens();
    refuses("Invalid Access Token", () -> getUser(tokens.idToken()));
    refuses("Invalid Access Token", () -> getUser("garbage"));
    refuses(
        "Could not verify signature for Access Token",
        () -> getUser(Tokens.alterSignature(tokens.accessToken())));
  }

  private void getUser(String accessToken) {
    sample.cognito().getUser(request -> request.accessToken(accessToken));
  }

  private Answer refresh(TestClient client, String refreshToken) {
    return sample.postToCognito(
        "InitiateAuth",
        "{\"AuthFlow\":\"REFRESH_TOKEN_AUTH\",\"ClientId\":\""
            + client.id()
            + "\",\"AuthParameters\":{\"REFRESH_TOKEN\":\""
            + refreshToken
            + "\"}}");
  }

  private static void refuses(String message, ThrowingCallable call) {
    assertThatExceptionOfType(CognitoIdentityProviderException.class)
        .isThrownBy(call)
        .satisfies(
            e -> {
              assertThat(e.awsErrorDetails().errorMessage()).isEqualTo(message);
              assertThat(e.statusCode()).isEqualTo(400);
            });
  }
}
