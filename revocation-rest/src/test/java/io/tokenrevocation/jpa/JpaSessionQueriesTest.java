package io.tokenrevocation.jpa;

import io.tokenrevocation.pool.ClientStore;
import io.tokenrevocation.pool.PoolStore;
import io.tokenrevocation.pool.SessionQueriesContract;
import io.tokenrevocation.pool.SessionStore;

@OnEachProduct
class JpaSessionQueriesTest extends SessionQueriesContract {

  private final TestDatabase database;

  JpaSessionQueriesTest(TestDatabase database) {
    this.database = database;
  }

  @Override
  protected SessionStore store() {
    return database.sessions();
  }

  @Override
  protected PoolStore pools() {
    return database.pools();
  }

  @Override
  protected ClientStore clients() {
    return database.clients();
  }
}
