package io.tokenrevocation.jpa;

import io.tokenrevocation.pool.RetentionStore;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** Removes rows, under a lock that nobody waits for, and that nothing else needs. */
final class JpaRetentionStore implements RetentionStore {

  private final Transactions transactions;

  JpaRetentionStore(Transactions transactions) {
    this.transactions = transactions;
  }

  @Override
  public int removeRevocations(int most) {
    return transactions.commitBesideRequests(
        entities ->
            hasTurn(entities)
                ? remove(entities, Rows.REVOCATIONS, DatabaseClock.now(entities), most)
                : 0);
  }

  @Override
  public int removeFamilies(Duration after, int most) {
    return transactions.commitBesideRequests(
        entities ->
            hasTurn(entities)
                ? remove(entities, Rows.FAMILIES, DatabaseClock.now(entities).minus(after), most)
                : 0);
  }

  /** Tells whether no other node is at it; none is before the commit. */
  private static boolean hasTurn(EntityManager entities) {
    return !entities
        .createNativeQuery("select id from revocation_purge for update skip locked", Integer.class)
        .getResultList()
        .isEmpty();
  }

  /**
   * The index leads to those that were over first, and to no more than are removed: without a bound
   * a table might be read from end to end to find them again by their keys.
   */
  private static int remove(EntityManager entities, Rows rows, Instant over, int most) {
    var last =
        entities
            .createQuery(
                "select " + rows.end + rows.over() + " order by " + rows.end, Instant.class)
            .setParameter("last", over)
            .setParameter("over", over)
            .setFirstResult(most - 1)
            .setMaxResults(1)
            .getResultStream()
            .findFirst();
    return entities
        .createQuery(rows.delete())
        .setParameter("last", last.orElse(over))
        .setParameter("over", over)
        .setParameter("most", most)
        .executeUpdate();
  }

  /** Of which table. */
  private enum Rows {
    REVOCATIONS("LoggedRevocation", "number", "retainUntil", "retainUntil"),
    FAMILIES("FamilyEntity", "id", "refreshExpiresAt", "latestExpiry");

    private final String entity;
    private final String id;
    private final String end;
    private final String also;

    Rows(String entity, String id, String end, String also) {
      this.entity = entity;
      this.id = id;
      this.end = end;
      this.also = also;
    }

    private String over() {
      return " from " + entity + " where " + end + " <= :last and " + also + " <= :over";
    }

    private String delete() {
      return "delete"
          + over()
          + String.format(
              Locale.ROOT,
              " and %1$s in (select %1$s%2$s order by %3$s limit :most)",
              id,
              over(),
              end);
    }
  }
}
