package io.tokenrevocation.jpa;

import io.tokenrevocation.feed.Mark;
import java.util.regex.Pattern;

/**
 * How far somebody has read a log that is ordered by transactions.
 *
 * <p>What a full page leaves over is read from the position on. When nothing is left over, reading
 * goes on at the horizon, so that what was committed behind the position meanwhile is found.
 *
 * @param incarnation of the database; in another one the rest means nothing
 * @param horizon when nothing is left over, all is known that transactions below it have recorded
 * @param transactionId of the position: the last row that was read, or the horizon
 * @param number of that row, or 0
 */
record TransactionMark(String incarnation, long horizon, long transactionId, long number) {

  private static final Pattern SHAPE =
      Pattern.compile("([0-9a-f]{1,16})\\.(\\d{1,19})(?:\\.(\\d{1,19})\\.(\\d{1,19}))?");

  /** One that has nothing left over. */
  static TransactionMark at(String incarnation, long horizon) {
    return new TransactionMark(incarnation, horizon, horizon, 0);
  }

  /**
   * Reads a mark that may have been in other hands.
   *
   * @throws IllegalArgumentException if it is none
   */
  static TransactionMark parse(Mark mark) {
    if (mark.equals(Mark.START)) {
      return at("", 0); // no database's
    }
    var found = SHAPE.matcher(mark.value());
    if (!found.matches()) {
      throw new IllegalArgumentException("not a mark of this log");
    }
    var settled = at(found.group(1), Long.parseLong(found.group(2)));
    return found.group(3) == null
        ? settled
        : settled.leftAt(Long.parseLong(found.group(3)), Long.parseLong(found.group(4)));
  }

  /** The mark of who has read a page up to a row, and more is left over. */
  TransactionMark leftAt(long rowsTransaction, long rowsNumber) {
    return new TransactionMark(incarnation, horizon, rowsTransaction, rowsNumber);
  }

  boolean hasMore() {
    return number > 0;
  }

  Mark toMark() {
    var settled = incarnation + "." + horizon;
    return new Mark(hasMore() ? settled + "." + transactionId + "." + number : settled);
  }
}
