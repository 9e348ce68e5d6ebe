package io.tokenrevocation.jpa;

import io.tokenrevocation.pool.RetentionStore;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;

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

  @Override
  public int removeAuditEntries(Duration after, int most) {
    return transactions.commitBesideRequests(
        entities ->
            hasTurn(entities)
                ? remove(entities, Rows.AUDIT, DatabaseClock.now(entities).minus(after), most)
                : 0);
  }

  @Override
  public void removed(long revocations, long families) {
    transactions.commitBesideRequests(
        entities ->
            entities
                .createQuery(
                    "update PurgeEntity set purgedAt = :now, revocations = :revocations,"
                        + " families = :families")
                .setParameter("now", DatabaseClock.now(entities))
                .setParameter("revocations", revocations)
                .setParameter("families", families)
                .executeUpdate());
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
            .createQuery(rows.ends, Instant.class)
            .setParameter("last", over)
            .setParameter("over", over)
            .setFirstResult(most - 1)
            .setMaxResults(1)
            .getResultStream()
            .findFirst();
    return entities
        .createQuery(rows.delete)
        .setParameter("last", last.orElse(over))
        .setParameter("over", over)
        .setParameter("most", most)
        .executeUpdate();
  }

  /** Of which table; both statements say the same of what is over. */
  private enum Rows {
    REVOCATIONS(
        """
        select retainUntil from LoggedRevocation
        where retainUntil <= :last and retainUntil <= :over order by retainUntil
        """,
        """
        delete from LoggedRevocation
        where retainUntil <= :last and retainUntil <= :over and number in (
          select number from LoggedRevocation
          where retainUntil <= :last and retainUntil <= :over order by retainUntil limit :most)
        """),
    FAMILIES(
        """
        select refreshExpiresAt from FamilyEntity
        where refreshExpiresAt <= :last and latestExpiry <= :over order by refreshExpiresAt
        """,
        """
        delete from FamilyEntity
        where refreshExpiresAt <= :last and latestExpiry <= :over and id in (
          select id from FamilyEntity
          where refreshExpiresAt <= :last and latestExpiry <= :over
          order by refreshExpiresAt limit :most)
        """),
    AUDIT(
        """
        select doneAt from AuditRow
        where doneAt <= :last and doneAt <= :over order by doneAt
        """,
        """
        delete from AuditRow
        where doneAt <= :last and doneAt <= :over and number in (
          select number from AuditRow
          where doneAt <= :last and doneAt <= :over order by doneAt limit :most)
        """);

    private final String ends;
    private final String delete;

    Rows(String ends, String delete) {
      this.ends = ends;
      this.delete = delete;
    }
  }
}
