package io.tokenrevocation.jpa;

import io.tokenrevocation.pool.CutOffStoreContract;
import io.tokenrevocation.pool.SessionStore;

@OnEachProduct
class JpaCutOffStoreTest extends CutOffStoreContract {

  private final TestDatabase database;

  JpaCutOffStoreTest(TestDatabase database) {
    this.database = database;
  }

  @Override
  protected SessionStore store() {
    return database.sessions();
  }
}
