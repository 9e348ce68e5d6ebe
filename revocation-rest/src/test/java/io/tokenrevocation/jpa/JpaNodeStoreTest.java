package io.tokenrevocation.jpa;

import io.tokenrevocation.pool.NodeStore;
import io.tokenrevocation.pool.NodeStoreContract;
import io.tokenrevocation.pool.RetentionStore;
import java.sql.SQLException;

@OnEachProduct
class JpaNodeStoreTest extends NodeStoreContract {

  private final TestDatabase database;

  JpaNodeStoreTest(TestDatabase database) {
    this.database = database;
  }

  @Override
  protected NodeStore nodes() {
    return database.nodes();
  }

  @Override
  protected RetentionStore retention() {
    return database.retention();
  }

  @Override
  protected void execute(String sql) throws SQLException {
    database.execute(sql);
  }
}
