package io.tokenrevocation.jpa;

import io.tokenrevocation.pool.AuditStore;
import io.tokenrevocation.pool.AuditStoreContract;
import io.tokenrevocation.pool.RetentionStore;
import io.tokenrevocation.pool.SessionStore;
import java.sql.SQLException;

@OnEachProduct
class JpaAuditStoreTest extends AuditStoreContract {

  private final TestDatabase database;

  JpaAuditStoreTest(TestDatabase database) {
    this.database = database;
  }

  @Override
  protected SessionStore store() {
    return database.sessions();
  }

  @Override
  protected AuditStore audit() {
    return database.audit();
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
