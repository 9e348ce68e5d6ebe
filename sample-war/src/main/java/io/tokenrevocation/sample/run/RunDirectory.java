package io.tokenrevocation.sample.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/**
 * A directory for one run of the server, named after the process that started it. What killed runs
 * have left is removed.
 *
 * @param path the directory
 */
record RunDirectory(Path path) {

  private static final String PREFIX = "run-";

  /** Payara Micro listens on every address unless it is told before it starts. */
  private static final String LISTEN_ON_LOOPBACK =
      "set configs.config.server-config.network-config.network-listeners.network-listener"
          + ".http-listener.address=127.0.0.1\n";

  static RunDirectory make(Path data) throws IOException {
    removeAbandoned(data);
    var name = PREFIX + ProcessHandle.current().pid() + "-";
    return new RunDirectory(Files.createTempDirectory(data, name));
  }

  Copies copy(SampleServer.Artifacts artifacts) throws IOException {
    var commands = Files.writeString(path.resolve("preboot.txt"), LISTEN_ON_LOOPBACK);
    return new Copies(
        Files.copy(artifacts.server(), path.resolve("payara-micro.jar")),
        Files.copy(artifacts.war(), path.resolve("sample.war")),
        Files.copy(artifacts.agent(), path.resolve("agent.jar")),
        commands,
        Files.createDirectory(path.resolve("root")),
        Files.createDirectory(path.resolve("tmp")));
  }

  private static void removeAbandoned(Path data) throws IOException {
    try (var found = Files.newDirectoryStream(data, PREFIX + "*")) {
      for (var run : found) {
        if (!isAlive(run.getFileName().toString())) {
          remove(run);
        }
      }
    }
  }

  private static boolean isAlive(String name) {
    var pid = Long.parseLong(name.substring(PREFIX.length(), name.lastIndexOf('-')));
    return ProcessHandle.of(pid).isPresent();
  }

  private static void remove(Path run) throws IOException {
    List<Path> deepestFirst;
    try (var files = Files.walk(run)) {
      deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
    }
    for (var file : deepestFirst) {
      Files.deleteIfExists(file);
    }
  }

  /** What one run works with. */
  record Copies(Path server, Path war, Path agent, Path commands, Path root, Path temporary) {}
}
