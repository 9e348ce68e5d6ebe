package io.tokenrevocation.jpa;

import io.tokenrevocation.pool.ClientStore;
import io.tokenrevocation.pool.ClientStoreContract;
import io.tokenrevocation.pool.PoolStore;

@OnEachProduct
class JpaClientStoreTest extends ClientStoreContract {

  private final TestDatabase database;

  JpaClientStoreTest(TestDatabase database) {
    this.database = database;
  }

  @Override
  protected ClientStore store() {
    return database.clients();
  }

  @Override
  protected PoolStore pools() {
    return database.pools();
  }
}
