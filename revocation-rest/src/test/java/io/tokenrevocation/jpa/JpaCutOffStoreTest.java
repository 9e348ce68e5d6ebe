package io.tokenrevocation.jpa;

import io.tokenrevocation.pool.CutOffStoreContract;
import io.tokenrevocation.pool.SessionStore;
import org.junit.jupiter.api.AfterAll;

class JpaCutOffStoreTest extends CutOffStoreContract {

  private static final TestDatabase DATABASE = TestDatabase.open();

  @AfterAll
  static void close() {
    DATABASE.close();
  }

  @Override
  protected SessionStore store() {
    return DATABASE.sessions();
  }
}
