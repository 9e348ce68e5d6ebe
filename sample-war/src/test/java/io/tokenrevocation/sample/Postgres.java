package io.tokenrevocation.sample;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import org.postgresql.Driver;

/** A PostgreSQL server of a test's own, on the loopback interface. */
final class Postgres implements AutoCloseable {

  private final EmbeddedPostgres server;

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

  /** Any will do. */
  String password() {
    return "postgres";
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
