package io.tokenrevocation.jpa;

import io.tokenrevocation.pool.SessionStore;
import io.tokenrevocation.pool.SessionTransaction;
import java.util.function.Function;

/** Sign-ins and revocations in the database. */
final class JpaSessionStore implements SessionStore {

  private final Transactions transactions;
  private final NewsSender news;
  private final AuditWriter audit;

  JpaSessionStore(Transactions transactions, NewsSender news, AuditWriter audit) {
    this.transactions = transactions;
    this.news = news;
    this.audit = audit;
  }

  @Override
  public <T> T inTransaction(Function<SessionTransaction, T> work) {
    var done =
        transactions.commit(
            entities -> {
              var transaction =
                  new JpaSessionTransaction(entities, transactions.product().order(), audit);
              return new Done<>(work.apply(transaction), transaction.hasAppended());
            });
    if (done.isNews()) {
      news.send();
    }
    return done.result();
  }

  private record Done<T>(T result, boolean isNews) {}
}
