package io.tokenrevocation.jpa;

import io.tokenrevocation.pool.RevocationLog;
import io.tokenrevocation.pool.RevocationLogContract;
import io.tokenrevocation.pool.SessionStore;

@OnEachProduct
class JpaRevocationLogTest extends RevocationLogContract {

  private final TestDatabase database;

  JpaRevocationLogTest(TestDatabase database) {
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
