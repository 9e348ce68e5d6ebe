package io.tokenrevocation.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cognitoidentityprovider.model.CognitoIdentityProviderException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.NotAuthorizedException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UnauthorizedException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UnsupportedTokenTypeException;

@DisplayName("RevokeToken, called with the AWS SDK")
class RevokeTokenIT extends SampleTest {

  @Test
  @Contract("1.3 at-once")
  void refusesTheVeryNextRequestWithTheFamilysAccessTokens() {
    var first = sample.signIn("alice");
    var refreshed = first.refresh();
    assertThat(first.me().status()).isEqualTo(200);
    assertThat(refreshed.me().status()).isEqualTo(200);

    first.revoke();

    assertThat(first.me().challenge()).isEqualTo(Answer.REVOKED);
    assertThat(first.me().status()).isEqualTo(401);
    assertThat(refreshed.me().challenge()).isEqualTo(Answer.REVOKED);
  }

  @Test
  @Contract({"1.3 refresh", "3.4 get-user", "3.5 revoked", "5.7 revoked"})
  void saysSoToGetUserAndToARefresh() {
    var session = sample.signIn("alice");
    session.revoke();

    assertThatExceptionOfType(NotAuthorizedException.class)
        .isThrownBy(session::getUser)
        .satisfies(e -> hasMessage(e, "Access Token has been revoked"));
    assertThatExceptionOfType(NotAuthorizedException.class)
        .isThrownBy(session::refresh)
        .satisfies(e -> hasMessage(e, "Refresh Token has been revoked"));
  }

  @Test
  @Contract("1.3 other-sign-in")
  void leavesAnotherSignInOfTheSameUserAlone() {
    var revoked = sample.signIn("alice");
    var other = sample.signIn("alice");

    revoked.revoke();

    assertThat(other.me().status()).isEqualTo(200);
    assertThat(other.refresh().me().status()).isEqualTo(200);
    assertThat(other.getUser()).isEqualTo("alice");
  }

  @Test
  @Contract("3.3 signature")
  void leavesTheSignatureAsItWas() throws Exception {
    var session = sample.signIn("alice");
    session.revoke();
    var keys = sample.get("cognito-idp/us-east-1_Sample001/.well-known/jwks.json").body();
    var token = SignedJWT.parse(session.accessToken());
    var key = JWKSet.parse(keys).getKeyByKeyId(token.getHeader().getKeyID());
    assertThat(token.verify(new RSASSAVerifier(key.toRSAKey()))).isTrue();
  }

  @Test
  @Contract("1.4 again")
  void succeedsTwice() {
    var session = sample.signIn("alice");
    session.revoke();
    assertThatCode(session::revoke).doesNotThrowAnyException();
  }

  @Test
  @Contract({"1.1 post", "1.1 unsigned", "1.2 body", "6.2 sign-out"})
  void answersWithTwoBytes() {
    var session = sample.signIn("alice");
    var answer =
        sample.postToCognito(
            "RevokeToken",
            "{\"Token\":\"" + session.refreshToken() + "\",\"ClientId\":\"sampleweb\"}");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo("{}");
    assertThat(answer.header("Content-Type")).isEqualTo("application/x-amz-json-1.1");
    assertThat(answer.header("x-amzn-RequestId")).hasSize(36);
  }

  @Test
  @Contract("1.1 members")
  void takesTheSecretOfAConfidentialClient() {
    var session = sample.signIn("bob", TestClient.CONFIDENTIAL);
    session.revoke();
    assertThat(session.me().challenge()).isEqualTo(Answer.REVOKED);
  }

  @Test
  @Contract("1.4 secret-missing")
  void refusesAConfidentialClientWithoutItsSecret() {
    var session = sample.signIn("bob", TestClient.CONFIDENTIAL);
    assertThatExceptionOfType(UnauthorizedException.class)
        .isThrownBy(
            () ->
                sample
                    .cognito()
                    .revokeToken(
                        request ->
                            request
                                .token(session.refreshToken())
                                .clientId(TestClient.CONFIDENTIAL.id())))
        .satisfies(e -> hasMessage(e, "Invalid client or secret"));
    assertThat(session.me().status()).isEqualTo(200);
  }

  @Test
  @Contract("1.4 other-client")
  void refusesAnotherClientsTokenAndLeavesItAlone() {
    var session = sample.signIn("bob", TestClient.CONFIDENTIAL);
    assertThatExceptionOfType(UnauthorizedException.class)
        .isThrownBy(() -> revoke(session.refreshToken()));
    assertThat(session.me().status()).isEqualTo(200);
  }

  @Test
  @Contract("1.4 not-a-refresh-token")
  void takesNoAccessTokenAndNoIdToken() {
    var session = sample.signIn("alice");
    assertThatExceptionOfType(UnsupportedTokenTypeException.class)
        .isThrownBy(() -> revoke(session.accessToken()));
    assertThatExceptionOfType(UnsupportedTokenTypeException.class)
        .isThrownBy(() -> revoke(session.tokens().idToken()));
    assertThat(session.me().status()).isEqualTo(200);
  }

  @Test
  @DisplayName("RFC 7009, 2.2: an invalid token is as good as revoked")
  @Contract("1.4 unknown-token")
  void acceptsAnUnknownToken() {
    assertThatCode(() -> revoke("garbage")).doesNotThrowAnyException();
  }

  private void revoke(String token) {
    sample.cognito().revokeToken(request -> request.token(token).clientId(TestClient.PUBLIC.id()));
  }

  private static void hasMessage(CognitoIdentityProviderException e, String message) {
    assertThat(e.awsErrorDetails().errorMessage()).isEqualTo(message);
    assertThat(e.statusCode()).isEqualTo(400);
  }
}
