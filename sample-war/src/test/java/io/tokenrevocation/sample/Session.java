package io.tokenrevocation.sample;

import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthFlowType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthenticationResultType;

/** One sign-in, and what its user can do with it. */
record Session(Sample sample, TestClient client, String username, AuthenticationResultType tokens) {

  String accessToken() {
    return tokens.accessToken();
  }

  String refreshToken() {
    return tokens.refreshToken();
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

  void signOutEverywhere() {
    sample.cognito().globalSignOut(request -> request.accessToken(accessToken()));
  }
}
