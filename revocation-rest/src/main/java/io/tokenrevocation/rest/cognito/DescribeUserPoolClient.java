package io.tokenrevocation.rest.cognito;

import io.tokenrevocation.pool.AppClient;
import io.tokenrevocation.pool.ClientAdministration;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.util.List;

/**
 * Returns an app client with its settings and its secret.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_DescribeUserPoolClient.html">DescribeUserPoolClient</a>
 */
@Dependent
final class DescribeUserPoolClient implements AdminOperation {

  private static final Member CLIENT_ID = Member.clientId();

  private final ClientAdministration clients;
  private final ClientAnswer answer;

  @Inject
  DescribeUserPoolClient(ClientAdministration clients, ClientAnswer answer) {
    this.clients = clients;
    this.answer = answer;
  }

  @Override
  public String name() {
    return "DescribeUserPoolClient";
  }

  @Override
  public List<Member> members() {
    return List.of(CLIENT_ID);
  }

  @Override
  public JsonObject call(Input input) {
    return clients
        .find(input.required(USER_POOL_ID), input.required(CLIENT_ID))
        .map(client -> told(client, input))
        .orElseThrow(CognitoError::noSuchClient);
  }

  /** The answer holds the secret, so it is known who has been told. */
  private JsonObject told(AppClient client, Input input) {
    clients.tellSecret(client, input.note());
    return answer.of(client);
  }
}
