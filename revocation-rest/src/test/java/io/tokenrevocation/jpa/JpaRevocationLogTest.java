package io.tokenrevocation.jpa;

import io.tokenrevocation.pool.RevocationLog;
import io.tokenrevocation.pool.RevocationLogContract;
import io.tokenrevocation.pool.SessionStore;
import org.junit.jupiter.api.AfterAll;

class JpaRevocationLogTest extends RevocationLogContract {

  private static final TestDatabase DATABASE = TestDatabase.open();

  @AfterAll
  static void close() {
    DATABASE.close();
  }

  @Override
  protected SessionStore store() {
    return DATABASE.sessions();
  }

  @Override
  protected RevocationLog log() {
    return DATABASE.log();
  }
}
