package io.tokenrevocation.jpa;

import io.tokenrevocation.pool.AppClient;
import io.tokenrevocation.pool.ClientStore;
import java.util.Optional;

/** App clients in the database. */
final class JpaClientStore implements ClientStore {

  private final Transactions transactions;

  JpaClientStore(Transactions transactions) {
    this.transactions = transactions;
  }

  @Override
  public Optional<AppClient> find(String id) {
    return transactions.commit(
        entities ->
            Optional.ofNullable(entities.find(ClientEntity.class, id)).map(ClientEntity::toClient));
  }

  @Override
  public boolean add(AppClient client) {
    return transactions.commit(
        entities -> {
          if (entities.find(ClientEntity.class, client.id()) != null) {
            return false;
          }
          if (entities.find(PoolEntity.class, client.poolId()) == null) {
            throw new IllegalArgumentException(
                "client "
                    + client.id()
                    + " is of user pool "
                    + client.poolId()
                    + ", which there is not");
          }
          entities.persist(new ClientEntity(client));
          return true;
        });
  }
}
