package io.tokenrevocation.jpa;

import io.tokenrevocation.StoreUnavailableException;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.SQLException;

/** A database product that has been tried, and what is particular to it. */
enum Product {
  H2("H2", "h2") {
    private static final int MAJOR = 2;
    private static final int MINOR = 2;

    /** Older ones cannot pass by rows that others have locked. */
    @Override
    void check(Connection connection) throws SQLException {
      var metaData = connection.getMetaData();
      var major = metaData.getDatabaseMajorVersion();
      if (major < MAJOR || (major == MAJOR && metaData.getDatabaseMinorVersion() < MINOR)) {
        throw new IllegalStateException(
            "H2 "
                + metaData.getDatabaseProductVersion()
                + " is not supported, only 2.2 and newer are");
      }
      var delay =
          "select count(*) from information_schema.settings"
              + " where setting_name = 'WRITE_DELAY' and setting_value <> '0'";
      if (!ask(connection, delay).equals("0")) {
        throw new IllegalStateException(
            "this H2 database would lose acknowledged commits when the process is killed: add"
                + " ;WRITE_DELAY=0 to its URL");
      }
    }

    /** A lock is waited for as long as the URL says, or two seconds. */
    @Override
    void limitWaits(EntityManager entities) {}

    @Override
    LogOrder order() {
      return new CommitOrder();
    }

    @Override
    boolean pushes() {
      return false;
    }
  },

  POSTGRESQL("PostgreSQL", "postgresql") {
    private static final int OLDEST = 14;

    @Override
    void check(Connection connection) throws SQLException {
      var metaData = connection.getMetaData();
      if (metaData.getDatabaseMajorVersion() < OLDEST) {
        throw new IllegalStateException(
            "PostgreSQL "
                + metaData.getDatabaseProductVersion()
                + " is not supported, only "
                + OLDEST
                + " and newer are");
      }
      if (setting(connection, "synchronous_commit").equals("off")) {
        throw new IllegalStateException(
            "this PostgreSQL database would lose acknowledged commits when the server is killed:"
                + " synchronous_commit must not be off");
      }
      if (!setting(connection, "server_encoding").equals("UTF8")) {
        throw new IllegalStateException(
            "the encoding of the PostgreSQL database must be UTF8: a claim may be any text");
      }
      if (setting(connection, "transaction_read_only").equals("on")) {
        throw new StoreUnavailableException("the database takes no writes: is it a standby?");
      }
    }

    /** A node that was frozen or cut off, with a lock that others need, must not stop them all. */
    @Override
    void limitWaits(EntityManager entities) {
      entities
          .createNativeQuery(
              "select set_config('lock_timeout', '10s', true),"
                  + " set_config('idle_in_transaction_session_timeout', '10s', true)",
              Object[].class)
          .getSingleResult();
    }

    @Override
    LogOrder order() {
      return new TransactionOrder();
    }

    @Override
    boolean pushes() {
      return true;
    }

    private static String setting(Connection connection, String name) throws SQLException {
      return ask(connection, "select current_setting('" + name + "')");
    }
  };

  private final String text;
  private final String folder;

  Product(String text, String folder) {
    this.text = text;
    this.folder = folder;
  }

  /**
   * Refuses a database that would lose what it has acknowledged, or cannot keep what it is given.
   *
   * @throws IllegalStateException if an administrator must mend it
   * @throws StoreUnavailableException if it may be better later
   */
  abstract void check(Connection connection) throws SQLException;

  /**
   * Sets how long the transaction that has just begun may wait, and may have others wait for it.
   */
  abstract void limitWaits(EntityManager entities);

  /** How the log is numbered and read. */
  abstract LogOrder order();

  /** Tells whether a node can be told at once that another has recorded something. */
  abstract boolean pushes();

  /** Where the migration scripts lie. */
  String folder() {
    return folder;
  }

  /** What the driver calls it. */
  @Override
  public String toString() {
    return text;
  }

  private static String ask(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getString(1);
    }
  }
}
