package io.tokenrevocation.rest.cognito;

import io.tokenrevocation.pool.AppClient;
import io.tokenrevocation.pool.AppClients;
import io.tokenrevocation.pool.AuthFlow;
import io.tokenrevocation.pool.Refusal;
import io.tokenrevocation.pool.TokenRefresh;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Refreshes; at a client that rotates, the answer has a new refresh token, too.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_GetTokensFromRefreshToken.html">GetTokensFromRefreshToken</a>
 */
@Dependent
final class GetTokensFromRefreshToken implements Operation {

  private static final Member REFRESH_TOKEN = Member.token("RefreshToken");
  private static final Member CLIENT_ID = Member.clientId();
  private static final Member CLIENT_SECRET = Member.clientSecret();
  private static final Member DEVICE_KEY =
      Member.optional("DeviceKey", Constraint.text(Pattern.compile("[\\w-]+_[0-9a-f-]+"), 1, 55));

  private final AppClients clients;
  private final TokenRefresh refresh;

  @Inject
  GetTokensFromRefreshToken(AppClients clients, TokenRefresh refresh) {
    this.clients = clients;
    this.refresh = refresh;
  }

  @Override
  public String name() {
    return "GetTokensFromRefreshToken";
  }

  @Override
  public JsonObject call(Input input) {
    input.check(REFRESH_TOKEN, CLIENT_ID, CLIENT_SECRET, DEVICE_KEY, AuthMembers.CLIENT_METADATA);
    var clientId = input.required(CLIENT_ID);
    var client = clients.find(clientId).orElseThrow(() -> CognitoError.unknownClient(clientId));
    authenticate(client, input.optional(CLIENT_SECRET).orElse(null));
    var tokens =
        refresh
            .refresh(client, input.required(REFRESH_TOKEN))
            .orElseThrow(refusal -> error(refusal, client));
    return Json.createObjectBuilder()
        .add("AuthenticationResult", AuthAnswer.result(tokens))
        .build();
  }

  private void authenticate(AppClient client, @Nullable String secret) {
    if (client.isConfidential() && secret == null) {
      throw CognitoError.notAuthorized(
          "Client " + client.id() + " is configured for secret but secret was not received");
    }
    if (!clients.authenticates(client, secret)) {
      throw CognitoError.notAuthorized("Unable to verify secret hash for client " + client.id());
    }
  }

  /** At a client that rotates, Cognito does not say that a token was revoked. */
  private static CognitoError error(Refusal refusal, AppClient client) {
    return refusal == Refusal.REVOKED && client.rotates()
        ? CognitoError.notAuthorized()
        : AuthAnswer.error(refusal, client, AuthFlow.REFRESH_TOKEN);
  }
}
