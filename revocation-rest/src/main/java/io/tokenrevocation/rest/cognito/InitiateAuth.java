package io.tokenrevocation.rest.cognito;

import io.tokenrevocation.pool.AppClients;
import io.tokenrevocation.pool.AuthFlow;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;

/**
 * Signs a user in with a password, or refreshes with a refresh token.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_InitiateAuth.html">InitiateAuth</a>
 */
@Dependent
final class InitiateAuth implements Operation {

  private final AppClients clients;
  private final AuthFlows flows;

  @Inject
  InitiateAuth(AppClients clients, AuthFlows flows) {
    this.clients = clients;
    this.flows = flows;
  }

  @Override
  public String name() {
    return "InitiateAuth";
  }

  @Override
  public JsonObject call(Input input) {
    input.check(
        AuthMembers.AUTH_FLOW,
        AuthMembers.AUTH_PARAMETERS,
        AuthMembers.CLIENT_METADATA,
        AuthMembers.CLIENT_ID,
        AuthMembers.ANALYTICS_METADATA,
        AuthMembers.USER_CONTEXT_DATA,
        AuthMembers.SESSION);
    var clientId = input.required(AuthMembers.CLIENT_ID);
    var client = clients.find(clientId).orElseThrow(() -> CognitoError.unknownClient(clientId));
    return flows.start(client, input, AuthFlow.USER_PASSWORD);
  }
}
