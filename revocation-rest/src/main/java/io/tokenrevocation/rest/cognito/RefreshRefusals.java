package io.tokenrevocation.rest.cognito;

import io.tokenrevocation.pool.AppClient;
import io.tokenrevocation.pool.Refusal;

/** Says in Cognito's words why a refresh token brings no new tokens. */
final class RefreshRefusals {

  private RefreshRefusals() {}

  static CognitoError error(Refusal refusal, AppClient client) {
    return switch (refusal) {
      case CLIENT_DELETED -> CognitoError.unknownClient(client.id());
      case FLOW_NOT_ENABLED ->
          CognitoError.invalidParameter("REFRESH_TOKEN_AUTH flow not enabled for this client");
      case USER_DISABLED -> CognitoError.notAuthorized("User is disabled.");
      case USER_DELETED ->
          CognitoError.notAuthorized("The user has been deleted for the associated refresh token");
      case UNKNOWN_REFRESH_TOKEN -> CognitoError.notAuthorized("Invalid Refresh Token");
      case OTHER_CLIENT -> CognitoError.notAuthorized("Refresh Token has different Client");
      case REVOKED -> CognitoError.notAuthorized("Refresh Token has been revoked");
      case EXPIRED -> CognitoError.notAuthorized("Refresh Token has expired");
      case REUSED -> CognitoError.of("RefreshTokenReuseException", "Refresh token reuse detected");
      default -> throw new IllegalStateException("a refresh is not refused for " + refusal);
    };
  }
}
