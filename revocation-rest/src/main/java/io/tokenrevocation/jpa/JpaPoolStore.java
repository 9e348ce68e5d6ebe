package io.tokenrevocation.jpa;

import io.tokenrevocation.mint.SealedKey;
import io.tokenrevocation.mint.SealedKeyStore;
import io.tokenrevocation.pool.PoolStore;
import io.tokenrevocation.pool.UserPool;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;

/** User pools and their signing keys in the database. */
final class JpaPoolStore implements PoolStore, SealedKeyStore {

  private final Transactions transactions;

  JpaPoolStore(Transactions transactions) {
    this.transactions = transactions;
  }

  @Override
  public UserPool ensure(UserPool pool) {
    return transactions.commit(
        entities -> {
          var found = entities.find(PoolEntity.class, pool.id());
          if (found == null) {
            found = new PoolEntity(pool.id(), pool.issuer(), DatabaseClock.now(entities));
            entities.persist(found);
          }
          return new UserPool(found.id, found.issuer);
        });
  }

  @Override
  public List<SealedKey> keysOf(String poolId, Supplier<List<SealedKey>> first) {
    return transactions.commit(
        entities -> {
          Objects.requireNonNull(
              entities.find(PoolEntity.class, poolId, LockModeType.PESSIMISTIC_WRITE), poolId);
          var stored = keys(entities, poolId);
          return stored.isEmpty() ? add(entities, first.get()) : stored;
        });
  }

  private static List<SealedKey> keys(EntityManager entities, String poolId) {
    return entities
        .createQuery(
            "from SigningKeyEntity where poolId = :pool order by createdAt", SigningKeyEntity.class)
        .setParameter("pool", poolId)
        .getResultStream()
        .map(SigningKeyEntity::toKey)
        .toList();
  }

  private static List<SealedKey> add(EntityManager entities, List<SealedKey> keys) {
    var now = DatabaseClock.now(entities);
    keys.forEach(key -> entities.persist(new SigningKeyEntity(key, now)));
    return keys;
  }
}
