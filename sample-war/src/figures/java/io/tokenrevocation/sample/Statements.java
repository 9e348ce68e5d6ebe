package io.tokenrevocation.sample;

import java.sql.SQLException;

/**
 * What PostgreSQL has executed since the last reset, by its own account: all of it, also trying
 * connections before they are used, the notification, and the reading that it has the node do.
 *
 * @param calls statements, begin and commit among them
 * @param written rows inserted, updated and deleted
 */
record Statements(long calls, long written) {

  private static final String COUNTED =
      " from pg_stat_statements where query not like '%pg_stat_statements%'";

  /** Starts to count, once. */
  static void enable(Database database) throws SQLException {
    database.execute("create extension if not exists pg_stat_statements");
  }

  static void reset(Database database) throws SQLException {
    database.column("select 1 from pg_stat_statements_reset()");
  }

  static Statements read(Database database) throws SQLException {
    return new Statements(
        sum(database, "calls", ""),
        sum(database, "rows", " and query ~* '^(insert|update|delete)'"));
  }

  private static long sum(Database database, String column, String restriction)
      throws SQLException {
    var answer = database.column("select coalesce(sum(" + column + "), 0)" + COUNTED + restriction);
    return Long.parseLong(answer.get(0));
  }
}
