package io.tokenrevocation.rest.cognito;

import io.tokenrevocation.pool.AppClient;
import io.tokenrevocation.pool.ClientAdministration;
import io.tokenrevocation.pool.ClientChange;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.function.Consumer;

/**
 * Gives an app client new settings. Those left out return to their defaults; its secret, and its
 * name unless there is a new one, stay.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_UpdateUserPoolClient.html">UpdateUserPoolClient</a>
 */
@Dependent
final class UpdateUserPoolClient implements AdminOperation {

  private static final Member CLIENT_ID = Member.clientId();
  private static final Member NAME = Member.optional("ClientName", ClientMembers.NAME);
  private static final List<Member> MEMBERS = ClientMembers.settingsAnd(CLIENT_ID, NAME);

  private final ClientAdministration clients;
  private final ClientAnswer answer;

  @Inject
  UpdateUserPoolClient(ClientAdministration clients, ClientAnswer answer) {
    this.clients = clients;
    this.answer = answer;
  }

  @Override
  public String name() {
    return "UpdateUserPoolClient";
  }

  @Override
  public List<Member> members() {
    return MEMBERS;
  }

  @Override
  public JsonObject call(Input input) {
    return answer.of(update(input, client -> {}));
  }

  /** Does it, unless the client is not any more what somebody takes it for. */
  AppClient update(Input input, Consumer<AppClient> check) {
    var poolId = input.required(USER_POOL_ID);
    var clientId = input.required(CLIENT_ID);
    var found = clients.find(poolId, clientId).orElseThrow(CognitoError::noSuchClient);
    var settings = GivenSettings.read(input, found.isConfidential());
    var change = new ClientChange(input.optional(NAME).orElse(null), settings, input.note(), check);
    return clients.update(poolId, clientId, change).orElseThrow(CognitoError::noSuchClient);
  }
}
