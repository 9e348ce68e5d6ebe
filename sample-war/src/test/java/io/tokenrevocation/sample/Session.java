package io.tokenrevocation.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthFlowType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthenticationResultType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.NotAuthorizedException;

/** One sign-in, and what its user can do with it. */
record Session(Sample sample, TestClient client, String username, AuthenticationResultType tokens) {

  String accessToken() {
    return tokens.accessToken();
  }

  String refreshToken() {
    return tokens.refreshToken();
  }

  /** The same session as another node sees it. */
  Session at(Sample node) {
    return new Session(node, client, username, tokens);
  }

  /** A claim of the access token. */
  String claim(String name) {
    return Tokens.claims(accessToken()).getString(name);
  }

  /** Calls the protected resource. */
  Answer me() {
    return sample.get("api/me", "Authorization", "Bearer " + accessToken());
  }

  String getUser() {
    return sample.cognito().getUser(request -> request.accessToken(accessToken())).username();
  }

  /** The same session with new access and ID tokens. */
  Session refresh() {
    var parameters = new HashMap<>(Map.of("REFRESH_TOKEN", refreshToken()));
    client.secretHash(username).ifPresent(hash -> parameters.put("SECRET_HASH", hash));
    var refreshed =
        sample
            .cognito()
            .initiateAuth(
                request ->
                    request
                        .authFlow(AuthFlowType.REFRESH_TOKEN_AUTH)
                        .clientId(client.id())
                        .authParameters(parameters))
            .authenticationResult();
    return new Session(
        sample, client, username, refreshed.toBuilder().refreshToken(refreshToken()).build());
  }

  void revoke() {
    sample
        .cognito()
        .revokeToken(
            request ->
                request.token(refreshToken()).clientId(client.id()).clientSecret(client.secret()));
  }

  /** Neither token is accepted any more, wherever it is shown. */
  void assertRevoked() {
    assertThat(me().challenge()).isEqualTo(Answer.REVOKED);
    assertThatExceptionOfType(NotAuthorizedException.class)
        .isThrownBy(this::getUser)
        .withMessageContaining("Access Token has been revoked");
    assertThatExceptionOfType(NotAuthorizedException.class)
        .isThrownBy(this::refresh)
        .withMessageContaining("Refresh Token has been revoked");
  }

  void signOutEverywhere() {
    sample.cognito().globalSignOut(request -> request.accessToken(accessToken()));
  }
}
