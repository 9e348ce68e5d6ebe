package io.tokenrevocation.sample;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthenticationResultType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ExplicitAuthFlowsType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.FeatureType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UpdateUserPoolClientRequest;

/** An app client whose refresh tokens are rotated, made for a test. */
record RotatingClient(Sample sample, Administrator administrator, TestClient client) {

  static RotatingClient make(Sample sample, int graceSeconds) {
    return make(sample, graceSeconds, true);
  }

  static RotatingClient make(Sample sample, int graceSeconds, boolean tokenRevocation) {
    var administrator = new Administrator(sample);
    var made =
        administrator.create(
            request ->
                request
                    .explicitAuthFlows(ExplicitAuthFlowsType.ALLOW_USER_PASSWORD_AUTH)
                    .enableTokenRevocation(tokenRevocation)
                    .refreshTokenRotation(
                        rotation ->
                            rotation
                                .feature(FeatureType.ENABLED)
                                .retryGracePeriodSeconds(graceSeconds)));
    return new RotatingClient(sample, administrator, new TestClient(made.clientId(), null));
  }

  /** Leaves nothing but the flows, and that one too. */
  void stopRotating() {
    administrator.update(client.id(), RotatingClient::passwordsAndRefresh);
  }

  private static void passwordsAndRefresh(UpdateUserPoolClientRequest.Builder request) {
    request.explicitAuthFlows(
        ExplicitAuthFlowsType.ALLOW_USER_PASSWORD_AUTH,
        ExplicitAuthFlowsType.ALLOW_REFRESH_TOKEN_AUTH);
  }

  Session signIn() {
    return sample.signIn("alice", client);
  }

  /** The session with the tokens that its refresh token brings; its newest refresh token. */
  Session refresh(Session session) {
    var refreshed = tokens(session.refreshToken(), null);
    var next = Optional.ofNullable(refreshed.refreshToken()).orElse(session.refreshToken());
    return new Session(
        sample, client, session.username(), refreshed.toBuilder().refreshToken(next).build());
  }

  AuthenticationResultType tokens(String refreshToken, @Nullable String secret) {
    return sample
        .cognito()
        .getTokensFromRefreshToken(
            request ->
                request.refreshToken(refreshToken).clientId(client.id()).clientSecret(secret))
        .authenticationResult();
  }

  /** The same over plain HTTP. */
  Answer send(String refreshToken) {
    return sample.postToCognito(
        "GetTokensFromRefreshToken",
        "{\"RefreshToken\":\"" + refreshToken + "\",\"ClientId\":\"" + client.id() + "\"}");
  }
}
