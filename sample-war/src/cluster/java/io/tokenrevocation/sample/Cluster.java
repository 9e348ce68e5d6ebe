package io.tokenrevocation.sample;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Three nodes of one authority, and their PostgreSQL. Each test leaves all of it running. */
final class Cluster implements AutoCloseable {

  /** How long a node goes on with what it knows. */
  static final int STALE_SECONDS = 15;

  /** So much later than it should be, things may be seen on a busy machine. */
  static final int PATIENCE_SECONDS = 60;

  private final Database database;
  private final TcpProxy wayOfC;
  private final List<Node> nodes;
  private final SeededSessions seed = new SeededSessions();

  private Cluster(Database database, TcpProxy wayOfC, List<Node> nodes) {
    this.database = database;
    this.wayOfC = wayOfC;
    this.nodes = nodes;
  }

  /** Starts all three at once, on an empty database. */
  static Cluster start() throws IOException, InterruptedException {
    return start(Map.of());
  }

  /** The same, with some of the database's parameters set, and further options of the JVMs. */
  static Cluster start(Map<String, String> parameters, String... options)
      throws IOException, InterruptedException {
    var directory = newDirectory("cluster-");
    var database = Database.start(directory.resolve("postgresql"), parameters);
    var wayOfC = TcpProxy.to(database.port());
    var cluster =
        new Cluster(
            database,
            wayOfC,
            List.of(
                node(database.port(), directory.resolve("a"), options),
                node(database.port(), directory.resolve("b"), options),
                node(wayOfC.port(), directory.resolve("c"), options)));
    for (var node : cluster.nodes) {
      node.launch(Map.of());
    }
    for (var node : cluster.nodes) {
      node.awaitServing();
    }
    return cluster;
  }

  static Path newDirectory(String prefix) throws IOException {
    var parent = Files.createDirectories(Path.of("target", "cluster").toAbsolutePath());
    return Files.createTempDirectory(parent, prefix);
  }

  private static Node node(int databasePort, Path directory, String... options) throws IOException {
    var all = new ArrayList<>(List.of(options));
    all.add("-Drevocation.max-staleness=PT" + STALE_SECONDS + "S");
    return Node.on(databasePort, directory, all.toArray(String[]::new));
  }

  Node a() {
    return nodes.get(0);
  }

  Node b() {
    return nodes.get(1);
  }

  /** The one whose way to the database can be cut. */
  Node c() {
    return nodes.get(2);
  }

  List<Node> nodes() {
    return nodes;
  }

  Database database() {
    return database;
  }

  TcpProxy wayOfC() {
    return wayOfC;
  }

  /** New sign-ins. */
  List<SeededSession> sessions(int count) throws SQLException {
    return seed.make(database, nodes, count);
  }

  SeededSession session() throws SQLException {
    return sessions(1).get(0);
  }

  @Override
  public void close() throws IOException {
    nodes.forEach(Node::close);
    wayOfC.close();
    database.close();
  }
}
