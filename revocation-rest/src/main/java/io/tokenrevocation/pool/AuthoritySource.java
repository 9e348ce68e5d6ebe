package io.tokenrevocation.pool;

import io.tokenrevocation.feed.Mark;
import io.tokenrevocation.feed.PushingSource;
import io.tokenrevocation.feed.RevocationDelta;
import java.time.Duration;

/**
 * The log of revocations as the filter beside it reads it: asking for it starts the authority, and
 * then reads its keys, too. A key that was removed is thus out of use when a revocation would be.
 */
final class AuthoritySource implements PushingSource {

  private final Authority authority;
  private final KeyUpkeep keys;
  private final Purge purge;
  private final Heartbeat heartbeat;
  private final PushingSource log;
  private volatile boolean started;

  AuthoritySource(
      Authority authority, KeyUpkeep keys, Purge purge, Heartbeat heartbeat, PushingSource log) {
    this.authority = authority;
    this.keys = keys;
    this.purge = purge;
    this.heartbeat = heartbeat;
    this.log = log;
  }

  @Override
  public RevocationDelta since(Mark mark) {
    authority.start();
    started = true;
    keys.refresh();
    return log.since(mark);
  }

  /** What writes may have to wait for somebody's lock, and following does not wait for it. */
  @Override
  public void upkeep() {
    if (started) {
      heartbeat.run();
      purge.run();
      keys.run();
    }
  }

  @Override
  public boolean listen(Runnable news, Duration atMost) {
    return log.listen(news, atMost);
  }
}
