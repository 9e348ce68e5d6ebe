package io.tokenrevocation.pool;

import io.tokenrevocation.feed.Mark;
import io.tokenrevocation.feed.RevocationDelta;
import io.tokenrevocation.feed.RevocationSource;

/**
 * The log of revocations as the filter beside it reads it: asking for it starts the authority, and
 * then keeps its keys up. A key that was removed is thus out of use when a revocation would be.
 */
final class AuthoritySource implements RevocationSource {

  private final Authority authority;
  private final KeyUpkeep keys;
  private final RevocationSource log;

  AuthoritySource(Authority authority, KeyUpkeep keys, RevocationSource log) {
    this.authority = authority;
    this.keys = keys;
    this.log = log;
  }

  @Override
  public RevocationDelta since(Mark mark) {
    authority.start();
    keys.run();
    return log.since(mark);
  }
}
