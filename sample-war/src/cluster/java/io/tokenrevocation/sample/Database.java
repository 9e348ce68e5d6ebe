package io.tokenrevocation.sample;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;

/** A PostgreSQL server that can be stopped, frozen, and started again with what it had. */
final class Database implements AutoCloseable {

  private final Path data;
  private final int port;
  private final Map<String, String> parameters;
  private EmbeddedPostgres server;

  private Database(Path data, int port, Map<String, String> parameters) throws IOException {
    this.data = data;
    this.port = port;
    this.parameters = parameters;
    this.server = run();
  }

  /** Starts one with an empty database, which will be in a directory, and some parameters set. */
  static Database start(Path data, Map<String, String> parameters) throws IOException {
    return new Database(data, RunCommand.freePort(), parameters);
  }

  int port() {
    return port;
  }

  Connection connect() throws SQLException {
    var user = new Properties();
    user.setProperty("user", "postgres");
    return DriverManager.getConnection("jdbc:postgresql://localhost:" + port + "/postgres", user);
  }

  /** The first column of an answer, as text. */
  List<String> column(String query) throws SQLException {
    try (var connection = connect();
        var statement = connection.createStatement();
        var rows = statement.executeQuery(query)) {
      var column = new ArrayList<String>();
      while (rows.next()) {
        column.add(rows.getString(1));
      }
      return column;
    }
  }

  /** Executes one statement or several, and returns how many rows the first one wrote. */
  int execute(String sql) throws SQLException {
    try (var connection = connect();
        var statement = connection.createStatement()) {
      statement.execute(sql);
      return statement.getUpdateCount();
    }
  }

  void stop() throws IOException {
    server.close();
  }

  void startAgain() throws IOException {
    server = run();
  }

  /** Its connections stay open, and nothing is answered any more. */
  void freeze() throws IOException, InterruptedException {
    signal("-STOP");
  }

  void thaw() throws IOException, InterruptedException {
    signal("-CONT");
  }

  @Override
  public void close() throws IOException {
    server.close();
  }

  /** As it is by default; the configuration for tests would lose commits. */
  private EmbeddedPostgres run() throws IOException {
    var builder =
        EmbeddedPostgres.builder()
            .setDataDirectory(data)
            .setCleanDataDirectory(false)
            .setPort(port)
            .setServerConfig("fsync", "on")
            .setServerConfig("full_page_writes", "on")
            .setServerConfig("synchronous_commit", "on");
    parameters.forEach(builder::setServerConfig);
    return builder.start();
  }

  private void signal(String signal) throws IOException, InterruptedException {
    var parent = Long.parseLong(Files.readAllLines(data.resolve("postmaster.pid")).get(0));
    var processes = ProcessHandle.of(parent).orElseThrow();
    var command = new ArrayList<>(List.of("kill", signal));
    Stream.concat(Stream.of(processes), processes.descendants())
        .forEach(process -> command.add(Long.toString(process.pid())));
    new ProcessBuilder(command).inheritIO().start().waitFor(); // one may have ended meanwhile
  }
}
