package io.tokenrevocation.jpa;

import io.tokenrevocation.feed.Mark;
import io.tokenrevocation.feed.RevocationDelta;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.LongStream;

/**
 * The order of the numbers, which is the order of the commits: a number is taken under a lock that
 * is held to the commit, so none appears behind a mark. A mark is the last number that was read.
 */
final class CommitOrder implements LogOrder {

  private static final Pattern NUMBER = Pattern.compile("\\d{1,19}");

  @Override
  public List<Long> numbers(EntityManager entities, int count) {
    var end = end(entities, LockModeType.PESSIMISTIC_WRITE);
    var first = end.number + 1;
    end.number += count;
    return LongStream.rangeClosed(first, end.number).boxed().toList();
  }

  /** A mark beyond the end is of a database that was restored since: all is read again. */
  @Override
  public RevocationDelta since(EntityManager entities, Mark mark) {
    var asked = parse(mark);
    var after = asked > end(entities, LockModeType.NONE).number ? 0 : asked;
    var now = DatabaseClock.now(entities);
    var rows =
        entities
            .createQuery(
                "from LoggedRevocation where number > :after and retainUntil > :now"
                    + " order by number",
                LoggedRevocation.class)
            .setParameter("now", now)
            .setParameter("after", after)
            .setMaxResults(AT_ONCE)
            .getResultList();
    var last = rows.isEmpty() ? after : rows.get(rows.size() - 1).number;
    return LogOrder.delta(rows, now, new Mark(Long.toString(last)), rows.size() == AT_ONCE);
  }

  @Override
  public boolean isSettled(Mark next) {
    return true;
  }

  private static LogEnd end(EntityManager entities, LockModeType lock) {
    return Objects.requireNonNull(entities.find(LogEnd.class, LogEnd.ONLY, lock));
  }

  private static long parse(Mark mark) {
    if (mark.equals(Mark.START)) {
      return 0;
    }
    if (!NUMBER.matcher(mark.value()).matches()) {
      throw new IllegalArgumentException("not a mark of this log");
    }
    return Long.parseLong(mark.value());
  }
}
