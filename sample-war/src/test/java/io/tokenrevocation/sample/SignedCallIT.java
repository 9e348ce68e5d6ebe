package io.tokenrevocation.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A call signed by AWS's own signer")
class SignedCallIT extends SampleTest {

  private static final String OPERATION = "AdminUserGlobalSignOut";

  private SignedCall signed() {
    return SignedCall.to(sample, OPERATION, SignedCall.SIGN_OUT);
  }

  @Test
  @Contract({"3.2 body", "4.2 bodies"})
  void isAnsweredWithTwoBytes() {
    var answer = signed().send(sample);
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo("{}");
    assertThat(answer.header("Content-Type")).isEqualTo("application/x-amz-json-1.1");
  }

  @Test
  @DisplayName("which README warns of")
  void isDoneAgainWhenItIsSeenAgainInsideTheWindow() {
    var call = signed();
    assertThat(call.send(sample).status()).isEqualTo(200);
    var session = sample.signIn("bob");

    assertThat(call.send(sample).status()).isEqualTo(200);

    assertThat(session.me().challenge()).isEqualTo(Answer.REVOKED);
  }

  @Test
  void mayHaveBeenSentToTheAddressThatClientsKnow() {
    var endpoint = URI.create("http://localhost:8080/cognito-idp");
    var call =
        SignedCall.to(
            endpoint, OPERATION, SignedCall.SIGN_OUT, TestAccessKey.SAMPLE, Duration.ZERO);
    assertThat(call.send(sample).status()).isEqualTo(200);
  }

  @Test
  void mustNotHaveBeenSentAnywhereElse() {
    var elsewhere = URI.create("http://auth.example.com/cognito-idp");
    var call =
        SignedCall.to(
            elsewhere, OPERATION, SignedCall.SIGN_OUT, TestAccessKey.SAMPLE, Duration.ZERO);
    var answer = call.send(sample, List.of("X-Forwarded-Host", "auth.example.com"));
    assertThat(answer.body()).contains("InvalidSignatureException");
  }

  private void answers(String operation, String body, TestAccessKey key) {
    var call = SignedCall.to(sample.at("cognito-idp"), operation, body, key, Duration.ZERO);
    assertThat(call.send(sample).status()).as(operation).isEqualTo(200);
  }

  private void answersAll(TestAccessKey key) {
    var revoked = sample.signIn("alice");
    var body = "{\"ClientId\":\"sampleweb\",\"Token\":\"" + revoked.refreshToken() + "\"}";
    answers("RevokeToken", body, key);
    assertThat(revoked.me().challenge()).isEqualTo(Answer.REVOKED);

    var signedOut = sample.signIn("alice");
    var token = "{\"AccessToken\":\"" + signedOut.accessToken() + "\"}";
    answers("GetUser", token, key);
    answers("GlobalSignOut", token, key);
    assertThat(signedOut.me().challenge()).isEqualTo(Answer.REVOKED);
  }

  @Test
  @Contract("1.1 unsigned")
  void isPassedOverByPublicOperationsWhenItIsGood() {
    answersAll(TestAccessKey.SAMPLE);
  }

  @Test
  @Contract("1.1 unsigned")
  void isPassedOverByPublicOperationsWhenItsSecretIsWrong() {
    answersAll(TestAccessKey.SAMPLE.withSecret("wrong+secret+access+key"));
  }

  @Test
  void isPassedOverByPublicOperationsWhenItsKeyIsUnknown() {
    answersAll(new TestAccessKey("AKIAOTHER", "other+secret+access+key"));
  }
}
