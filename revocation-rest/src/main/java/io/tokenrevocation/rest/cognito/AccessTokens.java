package io.tokenrevocation.rest.cognito;

import io.tokenrevocation.InvalidTokenException;
import io.tokenrevocation.VerifiedToken;
import io.tokenrevocation.pool.IssuedTokens;
import io.tokenrevocation.pool.LiveSession;
import io.tokenrevocation.pool.LiveSessions;
import io.tokenrevocation.pool.OwnTokens;
import io.tokenrevocation.pool.Refusal;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

/** Authorises the operations a user calls with their access token. */
@Dependent
final class AccessTokens {

  private final OwnTokens own;
  private final LiveSessions sessions;

  @Inject
  AccessTokens(OwnTokens own, LiveSessions sessions) {
    this.own = own;
    this.sessions = sessions;
  }

  /**
   * Returns the session of a token.
   *
   * @throws CognitoError if the token is not valid or out of use
   */
  LiveSession session(String accessToken) {
    var token = verified(accessToken);
    if (!token.scopes().contains(IssuedTokens.SCOPE)) {
      throw CognitoError.notAuthorized("Access Token does not have required scopes");
    }
    return sessions.of(token).orElseThrow(refusal -> error(refusal, token));
  }

  private VerifiedToken verified(String accessToken) {
    try {
      return own.verify(accessToken);
    } catch (InvalidTokenException invalid) {
      throw CognitoError.notAuthorized(
          switch (invalid.reason()) {
            case SIGNATURE -> "Could not verify signature for Access Token";
            case EXPIRED -> "Access Token has expired";
            default -> "Invalid Access Token";
          });
    }
  }

  static CognitoError revoked() {
    return CognitoError.notAuthorized("Access Token has been revoked");
  }

  private static CognitoError error(Refusal refusal, VerifiedToken token) {
    return switch (refusal) {
      case NOT_OURS -> CognitoError.notAuthorized("Invalid Access Token");
      case CLIENT_DELETED -> CognitoError.unknownClient(String.valueOf(token.clientId()));
      case USER_DELETED -> CognitoError.unknownUser();
      case USER_REPLACED -> CognitoError.notAuthorized("Invalid access token.");
      case USER_DISABLED -> CognitoError.notAuthorized("User is disabled.");
      default -> revoked();
    };
  }
}
