package io.tokenrevocation.jpa;

import io.tokenrevocation.pool.AuditAct;
import io.tokenrevocation.pool.AuditEntry;
import io.tokenrevocation.pool.AuditPosition;
import io.tokenrevocation.pool.AuditQuery;
import io.tokenrevocation.pool.AuditStore;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The audit trail in the database. */
final class JpaAuditStore implements AuditStore {

  private static final String NEWEST = " order by entry.doneAt desc, entry.number desc";
  private static final String OLDEST = " order by entry.doneAt, entry.number";

  private final Transactions transactions;
  private final AuditWriter writer;

  JpaAuditStore(Transactions transactions, AuditWriter writer) {
    this.transactions = transactions;
    this.writer = writer;
  }

  @Override
  public Instant now() {
    return transactions.commit(DatabaseClock::now);
  }

  @Override
  public void append(AuditAct act) {
    transactions.commit(
        entities -> {
          writer.write(entities, act, DatabaseClock.now(entities));
          return act;
        });
  }

  @Override
  public List<AuditEntry> newest(AuditQuery query, Optional<AuditPosition> before, int most) {
    var where = AuditConditions.of(query);
    before.ifPresent(where::before);
    return transactions.commit(entities -> entries(entities, where, NEWEST, most));
  }

  @Override
  public List<AuditEntry> oldest(AuditQuery query, Optional<AuditPosition> after, int most) {
    var where = AuditConditions.of(query);
    after.ifPresent(where::after);
    return transactions.commit(entities -> entries(entities, where, OLDEST, most));
  }

  private static List<AuditEntry> entries(
      EntityManager entities, AuditConditions where, String order, int most) {
    return where
        .bind(
            entities.createQuery(
                "select entry from AuditRow entry" + where + order, AuditRow.class))
        .setMaxResults(most)
        .getResultStream()
        .map(AuditRow::toEntry)
        .toList();
  }

  @Override
  public List<Long> counts(AuditQuery query, int parts) {
    var from = query.from().orElseThrow();
    var width = seconds(Duration.between(from, query.to().orElseThrow())) / parts;
    var where = AuditConditions.of(query);
    var counts = new Long[parts];
    Arrays.fill(counts, 0L);
    for (var row : transactions.commit(entities -> counted(entities, where, from, width))) {
      // what is rounded must not fall off the end
      counts[Math.min((Integer) row[0], parts - 1)] += (Long) row[1];
    }
    return List.of(counts);
  }

  private static List<Object[]> counted(
      EntityManager entities, AuditConditions where, Instant from, double width) {
    var part =
        "select cast(floor((extract(epoch from entry.doneAt) - cast(:start as Double))"
            + " / cast(:width as Double)) as Integer) as part from AuditRow entry";
    return where
        .bind(
            entities.createQuery(
                "select counted.part, count(*) from ("
                    + part
                    + where
                    + ") counted group by counted.part",
                Object[].class))
        .setParameter("start", seconds(Duration.between(Instant.EPOCH, from)))
        .setParameter("width", width)
        .getResultList();
  }

  private static double seconds(Duration duration) {
    return duration.toMillis() / 1000.0;
  }
}
