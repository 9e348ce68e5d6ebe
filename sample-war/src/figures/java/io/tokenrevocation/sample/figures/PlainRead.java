package io.tokenrevocation.sample.figures;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/** Reads the log with nothing but JDBC, as a process of its own, and prints how long that took. */
public final class PlainRead {

  private static final int AT_ONCE = 5_000;
  private static final String ROWS =
      "select number, transaction_id, kind, issuer, revoked, issued_before, revoked_at,"
          + " retain_until, revoked_by, reason from revocation_log where retain_until > now()";

  private PlainRead() {}

  /** Takes the address of the database. */
  public static void main(String[] arguments) throws SQLException {
    var user = new Properties();
    user.setProperty("user", "postgres");
    var start = System.nanoTime();
    var rows = 0L;
    var seen = 0L;
    try (var connection = DriverManager.getConnection(arguments[0], user);
        var query = connection.prepareStatement(ROWS)) {
      connection.setAutoCommit(false); // else all rows come at once
      query.setFetchSize(AT_ONCE);
      try (var found = query.executeQuery()) {
        while (found.next()) {
          rows++;
          seen += found.getLong(1) + found.getLong(2);
          seen += found.getString(3).length() + found.getString(4).length();
          seen += found.getString(5).length();
          seen += found.getTimestamp(6) == null ? 0 : 1;
          seen += found.getTimestamp(7).getTime() + found.getTimestamp(8).getTime();
          seen += found.getString(9).length() + found.getString(10).length();
        }
      }
    }
    System.out.println(rows + " " + (System.nanoTime() - start) / 1_000_000 + " " + seen);
  }
}
