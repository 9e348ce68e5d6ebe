package io.tokenrevocation.pool;

import io.tokenrevocation.RevocationKey;
import java.lang.System.Logger.Level;
import java.util.function.Consumer;

/**
 * Deletes app clients, and takes everything out of use that they were given.
 *
 * <p>When it returns, that is durable and this node enforces it. A client that is registered again
 * under the same id revives nothing. Thread-safe.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_DeleteUserPoolClient.html">DeleteUserPoolClient</a>
 */
public final class ClientDeletion {

  private static final System.Logger LOG = System.getLogger(ClientDeletion.class.getName());

  private final ClientStore clients;
  private final UserPools pools;
  private final CutOffs cutOffs;

  ClientDeletion(ClientStore clients, UserPools pools, CutOffs cutOffs) {
    this.clients = clients;
    this.pools = pools;
    this.cutOffs = cutOffs;
  }

  /**
   * Deletes a client.
   *
   * @param poolId the pool it must be of
   * @param clientId its id
   * @param note who deletes it, and why
   * @return false if the pool has no such client
   * @throws io.tokenrevocation.StoreUnavailableException if the deletion may not be durable
   */
  public boolean delete(String poolId, String clientId, Note note) {
    return delete(poolId, clientId, note, client -> {});
  }

  /**
   * Deletes a client, unless it is not any more what somebody takes it for.
   *
   * @param poolId the pool it must be of
   * @param clientId its id
   * @param note who deletes it, and why
   * @param check looks at it when nobody else can change it, and throws if it is to stay
   * @return false if the pool has no such client
   * @throws io.tokenrevocation.StoreUnavailableException if the deletion may not be durable
   */
  public boolean delete(String poolId, String clientId, Note note, Consumer<AppClient> check) {
    var found = clients.find(clientId).filter(client -> client.poolId().equals(poolId));
    if (found.isEmpty()) {
      return false;
    }
    var issuer = pools.started(poolId).issuer();
    var key = new RevocationKey(RevocationKey.Kind.CLIENT, issuer, clientId);
    var act = AuditAct.of(AuditAction.CLIENT_DELETED, poolId, key, note);
    cutOffs.upToNow(
        new CutOffs.Scope(poolId, key),
        act,
        transaction -> {
          transaction.lockClient(clientId).ifPresent(check);
          transaction.removeClient(clientId);
        });
    LOG.log(Level.INFO, Messages.CLIENT_DELETED.text(clientId, poolId));
    return true;
  }
}
