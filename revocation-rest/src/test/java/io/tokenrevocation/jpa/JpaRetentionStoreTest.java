package io.tokenrevocation.jpa;

import io.tokenrevocation.pool.RetentionStore;
import io.tokenrevocation.pool.RetentionStoreContract;
import io.tokenrevocation.pool.SessionStore;
import java.sql.Connection;
import java.sql.SQLException;

@OnEachProduct
class JpaRetentionStoreTest extends RetentionStoreContract {

  private final TestDatabase database;

  JpaRetentionStoreTest(TestDatabase database) {
    this.database = database;
  }

  @Override
  protected SessionStore store() {
    return database.sessions();
  }

  @Override
  protected RetentionStore retention() {
    return database.retention();
  }

  @Override
  protected Connection connection() throws SQLException {
    return database.dataSource().getConnection();
  }
}
