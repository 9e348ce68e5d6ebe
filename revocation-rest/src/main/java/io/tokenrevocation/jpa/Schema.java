package io.tokenrevocation.jpa;

import io.tokenrevocation.StoreUnavailableException;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;

/**
 * How far somebody has brought the schema, by Flyway or by hand. Looking changes nothing.
 *
 * @param product which scripts are meant
 * @param version of the newest script that was run; "0" if none was
 * @param missing the names of the scripts that were not, in order
 */
record Schema(Product product, String version, List<String> missing) {

  /** Each script says its own version, from 7 on. */
  private static final String VERSION = "select max(version) from revocation_schema";

  private static final Set<String> NO_SUCH_TABLE = Set.of("42P01", "42S02", "42S03", "42S04");

  /**
   * Looks.
   *
   * @throws StoreUnavailableException if it may not, or the database does not answer
   */
  static Schema of(DataSource dataSource, Product product) {
    var version = version(dataSource, product);
    return new Schema(product, String.valueOf(version), Migrations.after(version, product));
  }

  String whatToDo() {
    return "its schema is at version "
        + version
        + "; run "
        + String.join(", ", missing)
        + " of io/tokenrevocation/jpa/migration/"
        + product.folder()
        + " in revocation-rest.jar";
  }

  private static int version(DataSource dataSource, Product product) {
    try (var connection = dataSource.getConnection();
        var statement = connection.createStatement();
        var rows = statement.executeQuery(VERSION)) {
      rows.next();
      return rows.getInt(1);
    } catch (SQLException e) {
      if (NO_SUCH_TABLE.contains(String.valueOf(e.getSQLState()))) {
        return Migrations.versionByHistory(dataSource, product);
      }
      throw new StoreUnavailableException("the version of the schema cannot be read", e);
    }
  }
}
