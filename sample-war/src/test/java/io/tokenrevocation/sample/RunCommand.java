package io.tokenrevocation.sample;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** What {@code mvn -Prun} runs, as a process that can be killed. */
record RunCommand(Process process, Path console, int port) implements AutoCloseable {

  private static final long PATIENCE_SECONDS = 180;

  /** Starts the command and waits until it says that the sample is ready. */
  static RunCommand start(Path data, int port) throws IOException, InterruptedException {
    Files.createDirectories(data);
    var console = data.resolve("console.txt");
    var process =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-cp",
                    System.getProperty("it.agent"),
                    "io.tokenrevocation.sample.run.RunSample",
                    System.getProperty("it.server"),
                    System.getProperty("it.war"),
                    System.getProperty("it.agent"),
                    data.toString(),
                    Integer.toString(port)))
            .redirectErrorStream(true)
            .redirectOutput(console.toFile())
            .start();
    var command = new RunCommand(process, console, port);
    if (!within(PATIENCE_SECONDS, () -> command.isReady() || !process.isAlive())
        || !command.isReady()) {
      throw new IllegalStateException("not ready: " + Files.readString(console));
    }
    return command;
  }

  static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  Sample sample() {
    return new Sample(URI.create("http://localhost:" + port));
  }

  /** The server's own process. */
  ProcessHandle server() {
    return process.children().findFirst().orElseThrow();
  }

  boolean endsWithin(long seconds) throws InterruptedException {
    return process.waitFor(seconds, TimeUnit.SECONDS);
  }

  /** Tells whether the port can be bound again. */
  boolean isPortFree() {
    try (var socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      return true;
    } catch (IOException taken) {
      return false;
    }
  }

  /** Asks again and again, for so long at most. */
  static boolean within(long seconds, BooleanSupplier condition) throws InterruptedException {
    var deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > deadline) {
        return false;
      }
      TimeUnit.MILLISECONDS.sleep(100);
    }
    return true;
  }

  @Override
  public void close() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }

  private boolean isReady() {
    try {
      return Files.readString(console).contains("The sample is ready at http://localhost:" + port);
    } catch (IOException e) {
      return false;
    }
  }
}
