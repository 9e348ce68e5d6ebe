package io.tokenrevocation.rest.cognito;

import io.tokenrevocation.pool.ClientDeletion;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import org.jspecify.annotations.Nullable;

/**
 * Deletes an app client, and takes its tokens out of use.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_DeleteUserPoolClient.html">DeleteUserPoolClient</a>
 */
@Dependent
final class DeleteUserPoolClient implements AdminOperation {

  private final ClientDeletion deletion;

  @Inject
  DeleteUserPoolClient(ClientDeletion deletion) {
    this.deletion = deletion;
  }

  @Override
  public String name() {
    return "DeleteUserPoolClient";
  }

  @Override
  public @Nullable JsonObject call(Input input) {
    input.check(ClientMembers.POOL_ID, ClientMembers.CLIENT_ID);
    var poolId = input.required(ClientMembers.POOL_ID);
    if (!deletion.delete(poolId, input.required(ClientMembers.CLIENT_ID), input.note())) {
      throw CognitoError.noSuchClient();
    }
    return null;
  }
}
