package io.tokenrevocation.sample.run;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;

/**
 * What one run of the server works with, beside the data: private copies, removed when it ends. A
 * run that was killed leaves them to the next one to remove.
 */
final class RunDirectory implements AutoCloseable {

  private static final String NAME = ".run";

  /** Payara Micro listens on every address unless it is told before it starts. */
  private static final String LISTEN_ON_LOOPBACK =
      "set configs.config.server-config.network-config.network-listeners.network-listener"
          + ".http-listener.address=127.0.0.1\n";

  private final Path path;
  private final FileChannel lockFile;

  private RunDirectory(Path path, FileChannel lockFile) {
    this.path = path;
    this.lockFile = lockFile;
  }

  /** Makes the directory anew; refuses if another run is using the data. */
  static RunDirectory make(Path data) throws IOException {
    var lockFile =
        FileChannel.open(
            data.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    FileLock lock = lockFile.tryLock();
    if (lock == null) {
      lockFile.close();
      throw new IOException(data + " is in use by another run. Choose another: -Dsample.data=");
    }
    var path = data.resolve(NAME);
    remove(path);
    return new RunDirectory(Files.createDirectory(path), lockFile);
  }

  Copies copy(SampleServer.Artifacts artifacts, RunSettings settings) throws IOException {
    var commands =
        Files.writeString(path.resolve("preboot.txt"), LISTEN_ON_LOOPBACK + settings.commands());
    return new Copies(
        Files.copy(artifacts.server(), path.resolve("payara-micro.jar")),
        Files.copy(artifacts.war(), path.resolve("sample.war")),
        Files.copy(artifacts.agent(), path.resolve("agent.jar")),
        Files.copy(artifacts.driver(), path.resolve("postgresql.jar")),
        commands,
        Files.createDirectory(path.resolve("root")),
        Files.createDirectory(path.resolve("tmp")));
  }

  /** Removes the directory; what is still in use stays for the next run to remove. */
  @Override
  public void close() throws IOException {
    try (lockFile) {
      remove(path);
    }
  }

  private static void remove(Path directory) throws IOException {
    if (!Files.exists(directory)) {
      return;
    }
    List<Path> deepestFirst;
    try (var files = Files.walk(directory)) {
      deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
    }
    for (var file : deepestFirst) {
      Files.deleteIfExists(file);
    }
  }

  /** What one run works with. */
  record Copies(
      Path server, Path war, Path agent, Path driver, Path commands, Path root, Path temporary) {}
}
