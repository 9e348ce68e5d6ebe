package io.tokenrevocation.jpa;

import io.tokenrevocation.feed.Mark;
import io.tokenrevocation.feed.RevocationDelta;
import io.tokenrevocation.pool.RevocationLog;
import jakarta.persistence.EntityManager;
import java.util.List;

/**
 * Reads the log in the order of its numbers, which is the order of the commits: a number is taken
 * under a lock that is held to the commit, so none appears behind a mark.
 */
final class JpaRevocationLog implements RevocationLog {

  private static final int AT_ONCE = 5_000;

  private final Transactions transactions;

  JpaRevocationLog(Transactions transactions) {
    this.transactions = transactions;
  }

  @Override
  public RevocationDelta since(Mark mark) {
    var after = mark.equals(Mark.START) ? 0L : Long.parseLong(mark.value());
    var rows = transactions.commit(entities -> read(entities, after));
    var last = rows.isEmpty() ? after : rows.get(rows.size() - 1).number;
    return new RevocationDelta(
        rows.stream().map(LoggedRevocation::toRevocation).toList(),
        new Mark(Long.toString(last)),
        rows.size() == AT_ONCE);
  }

  private static List<LoggedRevocation> read(EntityManager entities, long after) {
    return entities
        .createQuery(
            "from LoggedRevocation where number > :after and retainUntil > :now order by number",
            LoggedRevocation.class)
        .setParameter("now", DatabaseClock.now(entities))
        .setParameter("after", after)
        .setMaxResults(AT_ONCE)
        .getResultList();
  }
}
