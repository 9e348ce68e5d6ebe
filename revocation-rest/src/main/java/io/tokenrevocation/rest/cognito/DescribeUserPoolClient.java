package io.tokenrevocation.rest.cognito;

import io.tokenrevocation.pool.ClientAdministration;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;

/**
 * Returns an app client with its settings and its secret.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_DescribeUserPoolClient.html">DescribeUserPoolClient</a>
 */
@Dependent
final class DescribeUserPoolClient implements AdminOperation {

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
  public JsonObject call(Input input) {
    input.check(ClientMembers.POOL_ID, ClientMembers.CLIENT_ID);
    return clients
        .find(input.required(ClientMembers.POOL_ID), input.required(ClientMembers.CLIENT_ID))
        .map(answer::of)
        .orElseThrow(CognitoError::noSuchClient);
  }
}
