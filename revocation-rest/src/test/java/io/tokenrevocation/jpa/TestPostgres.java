package io.tokenrevocation.jpa;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import org.postgresql.ds.common.BaseDataSource;

/** One PostgreSQL for all tests of a JVM, which ends with it. */
final class TestPostgres {

  private static final EmbeddedPostgres SERVER = start();

  private TestPostgres() {}

  /** Has a data source lead to a database of the server. */
  static <T extends BaseDataSource> T lead(T dataSource, String database) {
    dataSource.setURL(SERVER.getJdbcUrl("postgres", database));
    return dataSource;
  }

  /** Makes or drops a database. */
  static void execute(String sql) {
    try (var connection = SERVER.getPostgresDatabase().getConnection();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The server's own configuration for tests has commits that may be lost. */
  private static EmbeddedPostgres start() {
    try {
      return EmbeddedPostgres.builder()
          .setServerConfig("synchronous_commit", "on")
          .setServerConfig("deadlock_timeout", "100ms")
          .setServerConfig("autovacuum", "off") // whose transactions no test has started
          .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
