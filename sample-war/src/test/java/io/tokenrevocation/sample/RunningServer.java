package io.tokenrevocation.sample;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A server of the kind under test, as a process that can be killed.
 *
 * @param directory it was started in
 * @param port of HTTP, on the loopback address
 * @param wars that it was given
 */
record RunningServer(Path directory, int port, List<Path> wars, Process process)
    implements AutoCloseable {

  private static final long PATIENCE_SECONDS = 420;
  private static final String LOG = "server.log";

  /**
   * Starts one that deploys some WARs, with further options of the JVM, and returns when it has
   * tried all of them.
   */
  static RunningServer start(Path directory, int port, List<Path> wars, String... options)
      throws IOException, InterruptedException {
    var kind = ServerUnderTest.chosen();
    var server = launch(directory, port, wars, options);
    var process = server.process;
    if (!RunCommand.within(PATIENCE_SECONDS, () -> kind.isReady(server) || !process.isAlive())
        || !process.isAlive()) {
      server.close();
      throw new IllegalStateException("not ready: " + server.log());
    }
    return server;
  }

  /** Starts one, with further options of the JVM, and does not wait for it. */
  static RunningServer launch(Path directory, int port, List<Path> wars, String... options)
      throws IOException {
    var kind = ServerUnderTest.chosen();
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("it.java"), "bin", "java").toString());
    // Starting is most of what it does: the optimizing compiler costs more than it saves.
    command.addAll(List.of("-Xmx1g", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    command.add("-Dsample.passwordIterations=1000");
    command.addAll(List.of(options));
    command.addAll(kind.command(directory, port, wars));
    var builder = new ProcessBuilder(command).directory(directory.toFile());
    builder.environment().putAll(kind.environment(directory));
    var log = directory.resolve(LOG).toFile();
    var process = builder.redirectErrorStream(true).redirectOutput(log).start();
    return new RunningServer(directory, port, List.copyOf(wars), process);
  }

  /** Has it end with this JVM, which gives it to more than one test class. */
  RunningServer untilTheEnd() {
    Runtime.getRuntime().addShutdownHook(new Thread(this::close));
    return this;
  }

  /** What the server has written so far. */
  String log() {
    try {
      return Files.readString(directory.resolve(LOG));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The sample, or a variant of it, by the name of its WAR. */
  Sample sample(String name) {
    return sample(port, name);
  }

  /** One of a server that need not have been started yet. */
  static Sample sample(int port, String name) {
    return new Sample(URI.create("http://localhost:" + port + "/" + name + "/"));
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
