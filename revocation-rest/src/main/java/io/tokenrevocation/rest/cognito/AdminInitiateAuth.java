package io.tokenrevocation.rest.cognito;

import io.tokenrevocation.pool.AuthFlow;
import io.tokenrevocation.pool.ClientAdministration;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.util.List;

/**
 * Signs a user in with a password that a server sends for them, or refreshes with a refresh token.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminInitiateAuth.html">AdminInitiateAuth</a>
 */
@Dependent
final class AdminInitiateAuth implements AdminOperation {

  private final ClientAdministration clients;
  private final AuthFlows flows;

  @Inject
  AdminInitiateAuth(ClientAdministration clients, AuthFlows flows) {
    this.clients = clients;
    this.flows = flows;
  }

  @Override
  public String name() {
    return "AdminInitiateAuth";
  }

  /** Somebody's sign-in that fails: a server makes them by the thousand. */
  @Override
  public boolean isRefusedOnRecord() {
    return false;
  }

  @Override
  public List<Member> members() {
    return List.of(
        AuthMembers.CLIENT_ID,
        AuthMembers.AUTH_FLOW,
        AuthMembers.AUTH_PARAMETERS,
        AuthMembers.CLIENT_METADATA,
        AuthMembers.ANALYTICS_METADATA,
        AuthMembers.CONTEXT_DATA,
        AuthMembers.SESSION);
  }

  @Override
  public JsonObject call(Input input) {
    var poolId = input.required(USER_POOL_ID);
    var clientId = input.required(AuthMembers.CLIENT_ID);
    var client =
        clients
            .find(poolId, clientId)
            .orElseThrow(() -> CognitoError.unknownClient(clientId, poolId));
    return flows.start(client, input, AuthFlow.ADMIN_USER_PASSWORD);
  }
}
