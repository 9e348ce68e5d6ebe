package io.tokenrevocation.rest.cognito;

import io.tokenrevocation.pool.AppClient;
import io.tokenrevocation.pool.ClientDeletion;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Deletes an app client, and takes its tokens out of use.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_DeleteUserPoolClient.html">DeleteUserPoolClient</a>
 */
@Dependent
final class DeleteUserPoolClient implements AdminOperation {

  private static final Member CLIENT_ID = Member.clientId();

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
  public List<Member> members() {
    return List.of(CLIENT_ID);
  }

  @Override
  public @Nullable JsonObject call(Input input) {
    delete(input, client -> {});
    return null;
  }

  /** Does it, unless the client is not any more what somebody takes it for. */
  void delete(Input input, Consumer<AppClient> check) {
    var poolId = input.required(USER_POOL_ID);
    if (!deletion.delete(poolId, input.required(CLIENT_ID), input.note(), check)) {
      throw CognitoError.noSuchClient();
    }
  }
}
