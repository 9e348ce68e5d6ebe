package io.tokenrevocation.jpa;

import io.tokenrevocation.mint.KeyAct;
import io.tokenrevocation.mint.KeyChange;
import io.tokenrevocation.mint.SealedKey;
import io.tokenrevocation.mint.SealedKeyStore;
import io.tokenrevocation.pool.AuditAct;
import io.tokenrevocation.pool.Note;
import io.tokenrevocation.pool.PoolStore;
import io.tokenrevocation.pool.UserPool;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** User pools and their signing keys in the database. */
final class JpaPoolStore implements PoolStore, SealedKeyStore {

  /** Each has 44 characters. */
  private static final int MOST_IDS = 11;

  private final Transactions transactions;
  private final AuditWriter audit;

  JpaPoolStore(Transactions transactions, AuditWriter audit) {
    this.transactions = transactions;
    this.audit = audit;
  }

  @Override
  public UserPool ensure(UserPool pool) {
    return transactions.commitBesideRequests(
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
  public Set<String> keyIds() {
    return transactions.commitBesideRequests(
        entities ->
            Set.copyOf(
                entities
                    .createQuery("select keyId from SigningKeyEntity", String.class)
                    .getResultList()));
  }

  @Override
  public List<SealedKey> keysOf(String poolId) {
    return transactions.commitBesideRequests(entities -> keys(entities, poolId));
  }

  @Override
  public Map<String, Instant> madeAt(String poolId) {
    return transactions.commitBesideRequests(
        entities ->
            entities
                .createQuery("from SigningKeyEntity where poolId = :pool", SigningKeyEntity.class)
                .setParameter("pool", poolId)
                .getResultStream()
                .collect(Collectors.toMap(key -> key.keyId, key -> key.createdAt)));
  }

  @Override
  public KeyChange foresee(String poolId, Change change) {
    return transactions.commitBesideRequests(
        entities -> apply(change, entities, poolId, DatabaseClock.now(entities)));
  }

  @Override
  public KeyChange change(String poolId, Change change, Optional<KeyAct> act) {
    return transactions.commitBesideRequests(
        entities -> {
          Objects.requireNonNull(
              entities.find(PoolEntity.class, poolId, LockModeType.PESSIMISTIC_WRITE), poolId);
          var now = DatabaseClock.now(entities);
          var done = apply(change, entities, poolId, now);
          done.made().forEach(key -> entities.persist(new SigningKeyEntity(key, now)));
          done.removed().forEach(key -> remove(entities, key));
          if (!done.isEmpty()) {
            act.ifPresent(by -> audit.write(entities, written(poolId, by, done), now));
          }
          return done;
        });
  }

  private static KeyChange apply(
      Change change, EntityManager entities, String poolId, Instant now) {
    var before = keys(entities, poolId);
    return new KeyChange(now, before, change.apply(before, now));
  }

  private static List<SealedKey> keys(EntityManager entities, String poolId) {
    return entities
        .createQuery(
            "from SigningKeyEntity where poolId = :pool order by signsFrom, keyId",
            SigningKeyEntity.class)
        .setParameter("pool", poolId)
        .getResultStream()
        .map(SigningKeyEntity::toKey)
        .toList();
  }

  /** What was replaced by what, as far as there is room. */
  private static AuditAct written(String poolId, KeyAct act, KeyChange done) {
    return new AuditAct(
        act.action(),
        true,
        poolId,
        new AuditAct.Target("", "keys", ids(act.removes() ? done.removed() : done.made())),
        new Note(act.by(), act.reason()),
        null);
  }

  private static String ids(List<SealedKey> keys) {
    return keys.stream().map(SealedKey::keyId).limit(MOST_IDS).collect(Collectors.joining(" "));
  }

  private static void remove(EntityManager entities, SealedKey key) {
    entities.remove(entities.getReference(SigningKeyEntity.class, key.keyId()));
  }
}
