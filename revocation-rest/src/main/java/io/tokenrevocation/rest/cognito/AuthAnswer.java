package io.tokenrevocation.rest.cognito;

import io.tokenrevocation.pool.AppClient;
import io.tokenrevocation.pool.AuthFlow;
import io.tokenrevocation.pool.IssuedTokens;
import io.tokenrevocation.pool.Refusal;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;

/** What a client is told that wants tokens. */
final class AuthAnswer {

  private AuthAnswer() {}

  static JsonObject of(IssuedTokens tokens) {
    return Json.createObjectBuilder()
        .add("AuthenticationResult", result(tokens))
        .add("ChallengeParameters", JsonValue.EMPTY_JSON_OBJECT)
        .build();
  }

  /** Members in Cognito's order; the refresh token only if there is a new one. */
  static JsonObjectBuilder result(IssuedTokens tokens) {
    var result =
        Json.createObjectBuilder()
            .add("AccessToken", tokens.accessToken())
            .add("ExpiresIn", tokens.accessLifetime().toSeconds())
            .add("IdToken", tokens.idToken());
    tokens.refreshToken().ifPresent(token -> result.add("RefreshToken", token));
    return result.add("TokenType", "Bearer");
  }

  static CognitoError error(Refusal refusal, AppClient client, AuthFlow flow) {
    return switch (refusal) {
      case CLIENT_DELETED -> CognitoError.unknownClient(client.id());
      case FLOW_NOT_ENABLED -> notEnabled(flow);
      case WRONG_CREDENTIALS -> CognitoError.notAuthorized("Incorrect username or password.");
      case NO_SUCH_USER -> CognitoError.unknownUser();
      case USER_DISABLED -> CognitoError.notAuthorized("User is disabled.");
      case USER_DELETED ->
          CognitoError.notAuthorized("The user has been deleted for the associated refresh token");
      case UNKNOWN_REFRESH_TOKEN -> CognitoError.notAuthorized("Invalid Refresh Token");
      case OTHER_CLIENT -> CognitoError.notAuthorized("Refresh Token has different Client");
      case REVOKED -> CognitoError.notAuthorized("Refresh Token has been revoked");
      case EXPIRED -> CognitoError.notAuthorized("Refresh Token has expired");
      case REUSED -> CognitoError.of("RefreshTokenReuseException", "Refresh token reuse detected");
      default -> throw new IllegalStateException("signing in is not refused for " + refusal);
    };
  }

  /** Cognito has other words for each. */
  private static CognitoError notEnabled(AuthFlow flow) {
    return CognitoError.invalidParameter(
        switch (flow) {
          case USER_PASSWORD -> "USER_PASSWORD_AUTH flow not enabled for this client";
          case REFRESH_TOKEN -> "REFRESH_TOKEN_AUTH flow not enabled for this client";
          default -> "Auth flow not enabled for this client";
        });
  }
}
