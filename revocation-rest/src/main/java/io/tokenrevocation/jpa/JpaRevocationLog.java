package io.tokenrevocation.jpa;

import io.tokenrevocation.feed.Mark;
import io.tokenrevocation.feed.RevocationDelta;
import io.tokenrevocation.pool.RevocationLog;
import java.time.Duration;
import java.time.Instant;

/** The log in the database, read in the order that its product keeps. */
final class JpaRevocationLog implements RevocationLog {

  private final Transactions transactions;
  private final NewsListener listener;

  JpaRevocationLog(Transactions transactions, NewsListener listener) {
    this.transactions = transactions;
    this.listener = listener;
  }

  @Override
  public RevocationDelta since(Mark mark) {
    return transactions.commitBesideRequests(
        entities -> transactions.product().order().since(entities, mark));
  }

  @Override
  public boolean isSettled(Mark next) {
    return transactions.product().order().isSettled(next);
  }

  @Override
  public Instant now() {
    return transactions.commitBesideRequests(DatabaseClock::now);
  }

  @Override
  public boolean listen(Runnable news, Duration atMost) {
    return listener.listen(news, atMost);
  }
}
