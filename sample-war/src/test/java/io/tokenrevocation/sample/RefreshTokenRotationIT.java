package io.tokenrevocation.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cognitoidentityprovider.model.FeatureType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InvalidParameterException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.NotAuthorizedException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.RefreshTokenReuseException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.RefreshTokenRotationType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UnsupportedOperationException;

@DisplayName("4.6: refresh token rotation, with the AWS SDK")
class RefreshTokenRotationIT extends SampleTest {

  @Test
  @Contract({"4.6 claims", "4.6 older-access"})
  void givesANewRefreshTokenOfTheSameFamily() {
    var rotating = RotatingClient.make(sample, 0);
    var first = rotating.signIn();
    var second = rotating.refresh(first);
    assertThat(second.refreshToken()).isNotEqualTo(first.refreshToken());
    var before = Tokens.claims(first.accessToken());
    var after = Tokens.claims(second.accessToken());
    for (var shared : new String[] {"origin_jti", "event_id", "auth_time"}) {
      assertThat(after.get(shared)).isEqualTo(before.get(shared));
    }
    assertThat(first.me().status()).isEqualTo(200);
    assertThat(second.me().status()).isEqualTo(200);
  }

  @Test
  @Contract("4.6 grace")
  void hasAGracePeriodOf0To60SecondsAndNoneUnlessItIsGiven() {
    var administrator = new Administrator(sample);
    assertThat(rotation(administrator, on -> on.feature(FeatureType.ENABLED)))
        .isEqualTo("ENABLED 0");
    assertThat(
            rotation(
                administrator, on -> on.feature(FeatureType.ENABLED).retryGracePeriodSeconds(60)))
        .isEqualTo("ENABLED 60");
    assertThat(
            rotation(
                administrator, on -> on.feature(FeatureType.DISABLED).retryGracePeriodSeconds(7)))
        .isEqualTo("DISABLED 0");
    assertThatExceptionOfType(InvalidParameterException.class)
        .isThrownBy(
            () ->
                rotation(
                    administrator,
                    on -> on.feature(FeatureType.ENABLED).retryGracePeriodSeconds(61)));
  }

  private static String rotation(
      Administrator administrator, Consumer<RefreshTokenRotationType.Builder> settings) {
    var made = administrator.create(request -> request.refreshTokenRotation(settings));
    var rotation = administrator.describe(made.clientId()).refreshTokenRotation();
    return rotation.featureAsString() + " " + rotation.retryGracePeriodSeconds();
  }

  @Test
  @Contract("4.6 reuse")
  void refusesReuseAndLeavesTheFamilyAlone() {
    var rotating = RotatingClient.make(sample, 0);
    var first = rotating.signIn();
    var second = rotating.refresh(first);
    assertThatExceptionOfType(RefreshTokenReuseException.class)
        .isThrownBy(() -> rotating.refresh(first))
        .satisfies(
            e ->
                assertThat(e.awsErrorDetails().errorMessage())
                    .isEqualTo("Refresh token reuse detected"));
    assertThat(second.me().status()).isEqualTo(200);
    assertThat(rotating.refresh(second).me().status()).isEqualTo(200);
  }

  @Test
  @Contract("4.6 retry")
  void givesARetryInTheGracePeriodAnotherTokenAndGivesUpTheFirst() {
    var rotating = RotatingClient.make(sample, 60);
    var first = rotating.signIn();
    var missed = rotating.refresh(first);
    var retried = rotating.refresh(first);
    assertThat(retried.refreshToken()).isNotEqualTo(missed.refreshToken());
    assertThatExceptionOfType(RefreshTokenReuseException.class)
        .isThrownBy(() -> rotating.refresh(missed));
    assertThat(rotating.refresh(retried).me().status()).isEqualTo(200);
  }

  @Test
  @Contract({"1.3 rotated", "4.6 revoked"})
  void isRevokedWholeByATokenThatWasRotatedOut() {
    var rotating = RotatingClient.make(sample, 0);
    var first = rotating.signIn();
    var second = rotating.refresh(first);
    first.revoke();
    assertThat(first.me().challenge()).isEqualTo(Answer.REVOKED);
    assertThat(second.me().challenge()).isEqualTo(Answer.REVOKED);
    var answer = rotating.send(second.refreshToken());
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body()).isEqualTo("{\"__type\":\"NotAuthorizedException\"}").hasSize(35);
    assertThat(answer.header("x-amzn-ErrorType")).isEqualTo("NotAuthorizedException:");
  }

  @Test
  @Contract("4.6 refresh-flow")
  void isNotForTheRefreshFlowOfInitiateAuth() {
    var session = RotatingClient.make(sample, 0).signIn();
    assertThatExceptionOfType(UnsupportedOperationException.class)
        .isThrownBy(session::refresh)
        .satisfies(
            e ->
                assertThat(e.awsErrorDetails().errorMessage())
                    .isEqualTo("This API does not support refresh token rotation"));
  }

  @Test
  @Contract("4.6 with-refresh")
  void cannotBeCombinedWithTheRefreshFlow() {
    assertThatExceptionOfType(InvalidParameterException.class)
        .isThrownBy(
            () ->
                new Administrator(sample)
                    .createForPasswords(
                        request ->
                            request.refreshTokenRotation(
                                rotation -> rotation.feature(FeatureType.ENABLED))));
  }

  @Test
  void leavesTheNewestTokenInUseWhenItIsTurnedOff() {
    var rotating = RotatingClient.make(sample, 0);
    var first = rotating.signIn();
    var second = rotating.refresh(first);
    rotating.stopRotating();
    assertThat(Optional.ofNullable(rotating.tokens(second.refreshToken(), null).refreshToken()))
        .isEmpty();
    var later = second.refresh();
    assertThat(Tokens.claims(later.accessToken()).get("origin_jti"))
        .isEqualTo(Tokens.claims(first.accessToken()).get("origin_jti"));
    assertThatExceptionOfType(NotAuthorizedException.class).isThrownBy(first::refresh);
    second.revoke();
    assertThat(later.me().challenge()).isEqualTo(Answer.REVOKED);
  }

  @Test
  @DisplayName("4.1: without token revocation, the first access token has no origin_jti, others do")
  @Contract("4.1 claims-off-rotation")
  void givesTokensTheirOriginWithoutTokenRevocation() {
    var rotating = RotatingClient.make(sample, 0, false);
    var first = rotating.signIn();
    assertThat(Tokens.claims(first.accessToken()))
        .containsKey("jti")
        .doesNotContainKey("origin_jti");
    assertThat(Tokens.claims(first.tokens().idToken())).containsKeys("jti", "origin_jti");
    var second = rotating.refresh(first);
    assertThat(Tokens.claims(second.accessToken())).containsKeys("jti", "origin_jti");
    second.signOutEverywhere();
    assertThat(first.me().challenge()).isEqualTo(Answer.REVOKED);
    assertThat(second.me().challenge()).isEqualTo(Answer.REVOKED);
  }
}
