package io.tokenrevocation.pool;

import io.tokenrevocation.feed.Mark;
import io.tokenrevocation.feed.RevocationDelta;
import io.tokenrevocation.feed.RevocationSource;

/** The log of revocations as the filter beside it reads it: asking for it starts the authority. */
final class AuthoritySource implements RevocationSource {

  private final Authority authority;
  private final RevocationSource log;

  AuthoritySource(Authority authority, RevocationSource log) {
    this.authority = authority;
    this.log = log;
  }

  @Override
  public RevocationDelta since(Mark mark) {
    authority.start();
    return log.since(mark);
  }
}
