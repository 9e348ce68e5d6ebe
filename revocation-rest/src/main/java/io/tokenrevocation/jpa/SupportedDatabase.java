package io.tokenrevocation.jpa;

import io.tokenrevocation.StoreUnavailableException;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Refuses a database that would lose what it has acknowledged, or that nobody has tried. */
final class SupportedDatabase {

  private static final String H2 = "H2";

  private SupportedDatabase() {}

  /** Returns the product's name and version. */
  static String check(DataSource dataSource) {
    try (var connection = dataSource.getConnection()) {
      var product = connection.getMetaData().getDatabaseProductName();
      if (!product.equals(H2)) {
        throw new IllegalStateException(product + " is not supported, only " + H2 + " is");
      }
      if (h2DelaysWrites(connection)) {
        throw new IllegalStateException(
            "this H2 database would lose acknowledged commits when the process is killed: add"
                + " ;WRITE_DELAY=0 to its URL");
      }
      if (connection.getTransactionIsolation() != Connection.TRANSACTION_READ_COMMITTED) {
        throw new IllegalStateException(
            "the DataSource's isolation level must be READ COMMITTED: what was committed while a"
                + " lock was waited for must be seen");
      }
      return product + " " + connection.getMetaData().getDatabaseProductVersion();
    } catch (SQLException e) {
      throw new StoreUnavailableException("the database does not answer", e);
    }
  }

  private static boolean h2DelaysWrites(Connection connection) throws SQLException {
    var sql =
        "select count(*) from information_schema.settings"
            + " where setting_name = 'WRITE_DELAY' and setting_value <> '0'";
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      return !rows.next() || rows.getInt(1) > 0;
    }
  }
}
