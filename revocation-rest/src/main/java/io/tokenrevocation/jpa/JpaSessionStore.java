package io.tokenrevocation.jpa;

import io.tokenrevocation.pool.SessionStore;
import io.tokenrevocation.pool.SessionTransaction;
import java.util.function.Function;

/** Sign-ins and revocations in the database. */
final class JpaSessionStore implements SessionStore {

  private final Transactions transactions;

  JpaSessionStore(Transactions transactions) {
    this.transactions = transactions;
  }

  @Override
  public <T> T inTransaction(Function<SessionTransaction, T> work) {
    return transactions.commit(entities -> work.apply(new JpaSessionTransaction(entities)));
  }
}
