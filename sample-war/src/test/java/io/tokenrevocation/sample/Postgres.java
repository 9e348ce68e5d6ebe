package io.tokenrevocation.sample;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.postgresql.Driver;

/** A PostgreSQL server of a test's own, on the loopback interface. */
final class Postgres implements AutoCloseable {

  private final EmbeddedPostgres server;
  private String password = "postgres";

  private Postgres(EmbeddedPostgres server) {
    this.server = server;
  }

  /** Starts one with an empty database. */
  static Postgres start() throws IOException {
    // What is on by default, and off in the configuration for tests.
    return new Postgres(
        EmbeddedPostgres.builder().setServerConfig("synchronous_commit", "on").start());
  }

  /** The address of the database, without user and password. */
  String url() {
    return "jdbc:postgresql://localhost:" + server.getPort() + "/postgres";
  }

  String user() {
    return "postgres";
  }

  /** Any will do, unless one is {@link #demand demanded}. */
  String password() {
    return password;
  }

  /** Lets nobody in from now on without a password. */
  void demand(String demanded) throws SQLException {
    try (var connection = DriverManager.getConnection(url(), user(), password);
        var statement = connection.createStatement()) {
      statement.execute("alter role " + user() + " password '" + demanded + "'");
      String rules;
      try (var rows = statement.executeQuery("show hba_file")) {
        rows.next();
        rules = rows.getString(1);
      }
      statement.execute("copy (select 'host all all all scram-sha-256') to '" + rules + "'");
      statement.execute("select pg_reload_conf()");
    }
    password = demanded;
  }

  /** The jar of the driver, for servers that want it beside the WAR. */
  static Path driver() {
    try {
      return Path.of(Driver.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
