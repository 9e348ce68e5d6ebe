package io.tokenrevocation.jpa;

import io.tokenrevocation.pool.AppClient;
import io.tokenrevocation.pool.AuditAct;
import io.tokenrevocation.pool.ClientStore;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** App clients in the database. */
final class JpaClientStore implements ClientStore {

  private final Transactions transactions;
  private final AuditWriter audit;

  JpaClientStore(Transactions transactions, AuditWriter audit) {
    this.transactions = transactions;
    this.audit = audit;
  }

  @Override
  public Instant now() {
    return transactions.commit(DatabaseClock::now);
  }

  @Override
  public Optional<AppClient> find(String id) {
    if (!canBeStored(id)) {
      return Optional.empty();
    }
    return transactions.commit(
        entities ->
            Optional.ofNullable(entities.find(ClientEntity.class, id)).map(ClientEntity::toClient));
  }

  @Override
  public List<AppClient> list(String poolId, String after, int limit) {
    return transactions.commit(
        entities ->
            entities
                .createQuery(
                    "from ClientEntity where poolId = :pool and id > :after order by id",
                    ClientEntity.class)
                .setParameter("pool", poolId)
                .setParameter("after", after)
                .setMaxResults(limit)
                .getResultStream()
                .map(ClientEntity::toClient)
                .toList());
  }

  @Override
  public boolean add(AppClient client, AuditAct act) {
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
          audit.write(entities, act, DatabaseClock.now(entities));
          return true;
        });
  }

  @Override
  public Optional<AppClient> update(
      String poolId, String id, UnaryOperator<AppClient> change, AuditAct act) {
    return transactions.commit(
        entities ->
            lock(entities, poolId, id)
                .map(
                    client -> {
                      client.update(change.apply(client.toClient()));
                      audit.write(entities, act, DatabaseClock.now(entities));
                      return client.toClient();
                    }));
  }

  /** PostgreSQL does not even look for a NUL, which callers may send: it fails. */
  private static boolean canBeStored(String id) {
    return id.indexOf('\0') < 0;
  }

  private static Optional<ClientEntity> lock(EntityManager entities, String poolId, String id) {
    var found = entities.find(ClientEntity.class, id, LockModeType.PESSIMISTIC_WRITE);
    return Optional.ofNullable(found).filter(client -> client.poolId.equals(poolId));
  }
}
