package io.tokenrevocation.jpa;

import io.tokenrevocation.feed.Mark;
import io.tokenrevocation.feed.RevocationDelta;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import org.hibernate.Session;

/**
 * The order of PostgreSQL's transactions, which commit in any order: a reader goes on at the oldest
 * that was running, and reads again what the younger ones have recorded. Nobody waits for anybody.
 */
final class TransactionOrder implements LogOrder {

  private static final String ROWS =
      """
      from LoggedRevocation
      where (transactionId, number) > (:transaction, :number) and retainUntil > :now
      order by transactionId, number
      """;

  /** Rows of a dump of another server may be ahead of this one's transactions. */
  private static final String ADOPT =
      """
      update revocation_log set transaction_id = default
      where transaction_id >= pg_snapshot_xmax(pg_current_snapshot())::text::bigint
      """;

  @Override
  public List<Long> numbers(EntityManager entities, int count) {
    return entities
        .unwrap(Session.class)
        .createNativeQuery(
            "select nextval('revocation_log_number') from generate_series(1, :count)", Long.class)
        .setParameter("count", count)
        .getResultList();
  }

  /** The horizon is asked for first: what was committed below it, the rows are sure to contain. */
  @Override
  public RevocationDelta since(EntityManager entities, Mark mark) {
    var asked = TransactionMark.parse(mark);
    var present = LogHorizon.of(entities);
    var from = present.continues(asked) ? asked : beginning(entities);
    var horizon = from.hasMore() ? from.horizon() : Math.max(from.horizon(), present.complete());
    var now = DatabaseClock.now(entities);
    var rows = read(entities, from, now);
    var settled = TransactionMark.at(present.incarnation(), horizon);
    var last = rows.size() == AT_ONCE ? rows.get(rows.size() - 1) : null;
    var next = last == null ? settled : settled.leftAt(last.transactionId, last.number);
    return LogOrder.delta(rows, now, next.toMark(), last != null);
  }

  /** Behind the horizon, nobody is left who could record anything. */
  @Override
  public boolean isSettled(Mark next) {
    var mark = TransactionMark.parse(next);
    return mark.transactionId() < mark.horizon();
  }

  private static TransactionMark beginning(EntityManager entities) {
    entities.createNativeQuery(ADOPT).executeUpdate();
    return LogHorizon.of(entities).beginning();
  }

  private static List<LoggedRevocation> read(
      EntityManager entities, TransactionMark from, Instant now) {
    return entities
        .createQuery(ROWS, LoggedRevocation.class)
        .setParameter("transaction", from.transactionId())
        .setParameter("number", from.number())
        .setParameter("now", now)
        .setMaxResults(AT_ONCE)
        .getResultList();
  }
}
