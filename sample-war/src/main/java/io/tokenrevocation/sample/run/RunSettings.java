package io.tokenrevocation.sample.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What stands on Maven's command line for the server.
 *
 * @param revocation what was given as {@code -Drevocation.…}, as {@code name=value}
 * @param database null for the one in {@code web.xml}
 */
public record RunSettings(List<String> revocation, @Nullable PostgresPool database) {

  /** Copies the list. */
  public RunSettings {
    revocation = List.copyOf(revocation);
  }

  /** Reads the system properties, where Maven puts what it was given. */
  static RunSettings given() throws IOException {
    var revocation =
        System.getProperties().stringPropertyNames().stream()
            .filter(name -> name.startsWith("revocation."))
            .map(name -> name + "=" + System.getProperty(name))
            .toList();
    return new RunSettings(revocation, PostgresPool.given());
  }

  /** Where one run keeps its things: of nodes with one database, each beside the others. */
  Path directory(Path data, int port) {
    return database == null ? data : data.resolve("node-" + port);
  }

  /**
   * The server's system properties; of several of a name the last counts. Nodes with one database
   * have one endpoint, whatever their ports: the one in {@code web.xml}, unless another is given.
   */
  List<String> properties(int port) {
    var properties = new ArrayList<String>();
    if (database == null) {
      properties.add("revocation.endpoint=http://localhost:" + port + "/cognito-idp");
    } else {
      properties.add("revocation.data-source=" + PostgresPool.JNDI_NAME);
    }
    properties.addAll(revocation);
    return properties;
  }

  /** What the server is told before it starts. */
  String commands() {
    return database == null ? "" : PostgresPool.COMMANDS;
  }

  /** What the server finds in its environment. */
  Map<String, String> environment() {
    return database == null ? Map.of() : database.environment();
  }
}
