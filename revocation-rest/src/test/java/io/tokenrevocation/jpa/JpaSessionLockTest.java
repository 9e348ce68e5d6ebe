package io.tokenrevocation.jpa;

import io.tokenrevocation.pool.SessionLockContract;
import io.tokenrevocation.pool.SessionStore;

@OnEachProduct
class JpaSessionLockTest extends SessionLockContract {

  private final TestDatabase database;

  JpaSessionLockTest(TestDatabase database) {
    this.database = database;
  }

  @Override
  protected SessionStore store() {
    return database.sessions();
  }
}
