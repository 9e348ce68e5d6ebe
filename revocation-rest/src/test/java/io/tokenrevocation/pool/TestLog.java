package io.tokenrevocation.pool;

import io.tokenrevocation.Revocation;
import io.tokenrevocation.feed.Mark;
import io.tokenrevocation.feed.RevocationSource;
import java.util.ArrayList;
import java.util.List;

/** Reads a log the way a follower does. */
final class TestLog {

  private TestLog() {}

  static Mark endOf(RevocationSource log) {
    var delta = log.since(Mark.START);
    while (delta.more()) {
      delta = log.since(delta.next());
    }
    return delta.next();
  }

  static List<Revocation> after(RevocationSource log, Mark mark) {
    var delta = log.since(mark);
    var all = new ArrayList<>(delta.revocations());
    while (delta.more()) {
      delta = log.since(delta.next());
      all.addAll(delta.revocations());
    }
    return all;
  }
}
