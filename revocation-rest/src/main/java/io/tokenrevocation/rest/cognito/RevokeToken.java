package io.tokenrevocation.rest.cognito;

import io.tokenrevocation.pool.AppClients;
import io.tokenrevocation.pool.FamilyRevoker;
import io.tokenrevocation.pool.Refusal;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;

/**
 * Revokes a refresh token and all tokens that descend from the same sign-in.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_RevokeToken.html">RevokeToken</a>
 */
@Dependent
final class RevokeToken implements Operation {

  private static final Member TOKEN = Member.token("Token");
  private static final Member CLIENT_ID = Member.clientId();
  private static final Member CLIENT_SECRET = Member.clientSecret();

  private final AppClients clients;
  private final FamilyRevoker revoker;

  @Inject
  RevokeToken(AppClients clients, FamilyRevoker revoker) {
    this.clients = clients;
    this.revoker = revoker;
  }

  @Override
  public String name() {
    return "RevokeToken";
  }

  @Override
  public JsonObject call(Input input) {
    input.check(TOKEN, CLIENT_ID, CLIENT_SECRET);
    var secret = input.optional(CLIENT_SECRET).orElse(null);
    var client =
        clients
            .find(input.required(CLIENT_ID))
            .filter(found -> clients.authenticates(found, secret))
            .orElseThrow(RevokeToken::unauthorized);
    revoker.revoke(client, input.required(TOKEN)).orElseThrow(RevokeToken::error);
    return JsonValue.EMPTY_JSON_OBJECT;
  }

  /** Another client's token gets the only declared error that fits. */
  private static CognitoError error(Refusal refusal) {
    return switch (refusal) {
      case REVOCATION_NOT_ENABLED ->
          CognitoError.of(
              "UnsupportedOperationException", "This feature is not enabled for this client");
      case NOT_A_REFRESH_TOKEN ->
          CognitoError.of("UnsupportedTokenTypeException", "Only refresh tokens can be revoked");
      case OTHER_CLIENT -> unauthorized();
      default -> throw new IllegalStateException("revoking is not refused for " + refusal);
    };
  }

  private static CognitoError unauthorized() {
    return CognitoError.of("UnauthorizedException", "Invalid client or secret");
  }
}
