package io.tokenrevocation.jpa;

import io.tokenrevocation.pool.RevocationLog;
import io.tokenrevocation.pool.SessionStore;
import io.tokenrevocation.pool.SessionStoreContract;

@OnEachProduct
class JpaSessionStoreTest extends SessionStoreContract {

  private final TestDatabase database;

  JpaSessionStoreTest(TestDatabase database) {
    this.database = database;
  }

  @Override
  protected SessionStore store() {
    return database.sessions();
  }

  @Override
  protected RevocationLog log() {
    return database.log();
  }
}
