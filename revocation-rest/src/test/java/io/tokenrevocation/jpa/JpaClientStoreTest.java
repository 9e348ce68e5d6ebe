package io.tokenrevocation.jpa;

import io.tokenrevocation.pool.ClientStore;
import io.tokenrevocation.pool.ClientStoreContract;
import io.tokenrevocation.pool.PoolStore;
import org.junit.jupiter.api.AfterAll;

class JpaClientStoreTest extends ClientStoreContract {

  private static final TestDatabase DATABASE = TestDatabase.open();

  @AfterAll
  static void close() {
    DATABASE.close();
  }

  @Override
  protected ClientStore store() {
    return DATABASE.clients();
  }

  @Override
  protected PoolStore pools() {
    return DATABASE.pools();
  }
}
