package io.tokenrevocation.sample;

import io.tokenrevocation.sample.figures.LoadServlet;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.jspecify.annotations.Nullable;

/**
 * One node, with the sample and the servlet that puts load on what is beneath HTTP, and its
 * PostgreSQL, which counts statements.
 */
final class LoneAuthority implements AutoCloseable {

  /** Enough for the default of 1,000,000 rows twice. */
  private static final String ROOM = "-Drevocation.max-revocations=3000000";

  private final Path directory;
  private final Path war;
  private final Database database;
  private final SeededSessions seed = new SeededSessions();
  private int starts;
  private @Nullable Node node;

  private LoneAuthority(Path directory, Path war, Database database) {
    this.directory = directory;
    this.war = war;
    this.database = database;
  }

  /** Starts the database; the node is started by whoever needs it. */
  static LoneAuthority create() throws IOException {
    var directory = Cluster.newDirectory("lone-");
    var war = directory.resolve("sample.war");
    ShrinkWrap.create(ZipImporter.class, "sample.war")
        .importFrom(new File(System.getProperty("it.war")))
        .as(WebArchive.class)
        .addClass(LoadServlet.class)
        .as(ZipExporter.class)
        .exportTo(war.toFile());
    var parameters = Map.of("shared_preload_libraries", "pg_stat_statements");
    return new LoneAuthority(
        directory, war, Database.start(directory.resolve("postgresql"), parameters));
  }

  /** Starts the node, again if it is running, with options of its JVM. */
  Node start(String... options) throws IOException, InterruptedException {
    if (node != null) {
      node.killAndWait();
    }
    var all = new ArrayList<>(List.of(options));
    all.addAll(List.of("-XX:TieredStopAtLevel=4", ROOM, "-Xlog:gc:file=gc.log"));
    var started =
        Node.of(
            war,
            database.port(),
            directory.resolve("node-" + ++starts),
            all.toArray(String[]::new));
    node = started;
    started.start();
    return started;
  }

  /** Has the tables made, where nothing was started before. */
  void startOnce() throws IOException, InterruptedException {
    if (node == null) {
      start();
    }
  }

  Database database() {
    return database;
  }

  SeededSessions seed() {
    return seed;
  }

  @Override
  public void close() throws IOException {
    if (node != null) {
      node.close();
    }
    database.close();
  }
}
