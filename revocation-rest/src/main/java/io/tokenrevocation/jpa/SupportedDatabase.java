package io.tokenrevocation.jpa;

import io.tokenrevocation.StoreUnavailableException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import javax.sql.DataSource;

/**
 * A database that has been looked at: somebody has tried its like, and it loses nothing it has
 * acknowledged.
 *
 * @param product what it is
 * @param version as its driver says
 */
record SupportedDatabase(Product product, String version) {

  /**
   * Finds out what a data source leads to.
   *
   * @throws IllegalStateException if it is not supported
   * @throws StoreUnavailableException if it does not answer
   */
  static SupportedDatabase check(DataSource dataSource) {
    try (var connection = dataSource.getConnection()) {
      var metaData = connection.getMetaData();
      var product = product(metaData.getDatabaseProductName());
      product.check(connection);
      if (connection.getTransactionIsolation() != Connection.TRANSACTION_READ_COMMITTED) {
        throw new IllegalStateException(
            "the DataSource's isolation level must be READ COMMITTED: what was committed while a"
                + " lock was waited for must be seen");
      }
      return new SupportedDatabase(product, metaData.getDatabaseProductVersion());
    } catch (SQLException e) {
      throw new StoreUnavailableException("the database does not answer", e);
    }
  }

  private static Product product(String name) {
    return Arrays.stream(Product.values())
        .filter(product -> product.toString().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalStateException(name + " is not supported, only PostgreSQL and H2 are"));
  }

  @Override
  public String toString() {
    return product + " " + version;
  }
}
