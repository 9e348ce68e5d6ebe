package io.tokenrevocation.sample;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("5.7: GetTokensFromRefreshToken")
class GetTokensFromRefreshTokenIT extends SampleTest {

  private static final String BACKEND = TestClient.CONFIDENTIAL.id();

  private Answer send(String token, String client, String more) {
    return sample.postToCognito(
        "GetTokensFromRefreshToken",
        "{\"RefreshToken\":\"" + token + "\",\"ClientId\":\"" + client + "\"" + more + "}");
  }

  private static void assertRefused(Answer answer, String type, String message) {
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body())
        .isEqualTo("{\"__type\":\"" + type + "\",\"message\":\"" + message + "\"}");
  }

  @Test
  @Contract({"5.7 get-tokens", "6.2 refresh"})
  void answersWithoutARefreshTokenAndWithoutChallengeParameters() {
    var session = sample.signIn("alice");
    var answer = send(session.refreshToken(), "sampleweb", "");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body())
        .matches(
            "\\{\"AuthenticationResult\":\\{\"AccessToken\":\"[^\"]+\",\"ExpiresIn\":3600,"
                + "\"IdToken\":\"[^\"]+\",\"TokenType\":\"Bearer\"}}");
  }

  @Test
  void takesTheSecretItselfInPlaceOfAHash() {
    var session = sample.signIn("bob", TestClient.CONFIDENTIAL);
    var secret = ",\"ClientSecret\":\"" + TestClient.CONFIDENTIAL.secret() + "\"";
    assertThat(send(session.refreshToken(), BACKEND, secret).status()).isEqualTo(200);
  }

  @Test
  @Contract({"5.7 get-tokens-secret-missing", "5.7 get-tokens-secret-wrong", "5.7 secret-first"})
  void asksForTheSecretBeforeItLooksAtTheToken() {
    assertRefused(
        send("garbage", BACKEND, ""),
        "NotAuthorizedException",
        "Client samplebackend is configured for secret but secret was not received");
    assertRefused(
        send("garbage", BACKEND, ",\"ClientSecret\":\"wrongwrongwrongwrongwrong\""),
        "NotAuthorizedException",
        "Unable to verify secret hash for client samplebackend");
  }

  @Test
  @Contract("5.7 get-tokens-secret-unneeded")
  void ignoresTheSecretOfAPublicClient() {
    var session = sample.signIn("alice");
    var more = ",\"ClientSecret\":\"wrongwrongwrongwrongwrong\"";
    assertThat(send(session.refreshToken(), "sampleweb", more).status()).isEqualTo(200);
  }

  @Test
  void refusesInCognitosWords() {
    assertRefused(
        send("garbage", "sampleweb", ""), "NotAuthorizedException", "Invalid Refresh Token");
    assertRefused(
        send("garbage", "nobody", ""),
        "ResourceNotFoundException",
        "User pool client nobody does not exist.");
    var other = sample.signIn("bob", TestClient.CONFIDENTIAL);
    assertRefused(
        send(other.refreshToken(), "sampleweb", ""),
        "NotAuthorizedException",
        "Refresh Token has different Client");
    var revoked = sample.signIn("alice");
    revoked.revoke();
    assertRefused(
        send(revoked.refreshToken(), "sampleweb", ""),
        "NotAuthorizedException",
        "Refresh Token has been revoked");
  }

  @Test
  void checksEveryMember() {
    assertRefused(
        send("a b", "", ",\"ClientSecret\":\"short\",\"DeviceKey\":\"x\""),
        "InvalidParameterException",
        "5 validation errors detected: Value at 'refreshToken' failed to satisfy constraint: Member"
            + " must satisfy regular expression pattern: [A-Za-z0-9-_=.]+; Value at 'clientId'"
            + " failed to satisfy constraint: Member must satisfy regular expression pattern:"
            + " [\\\\w+]+; Value at 'clientId' failed to satisfy constraint: Member must have length"
            + " greater than or equal to 1; Value at 'clientSecret' failed to satisfy constraint:"
            + " Member must have length greater than or equal to 24; Value 'x' at 'deviceKey' failed"
            + " to satisfy constraint: Member must satisfy regular expression pattern:"
            + " [\\\\w-]+_[0-9a-f-]+");
  }
}
