package io.tokenrevocation.sample;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** What {@code mvn -Prun} runs, as a process that can be killed. */
record RunCommand(Process process, Path console, int port) implements AutoCloseable {

  private static final long PATIENCE_SECONDS = 180;

  /** Starts the command and waits until it says that the sample is ready. */
  static RunCommand start(Path data, int port, String... options)
      throws IOException, InterruptedException {
    return launch(data, port, options).awaitReady();
  }

  /** Waits until it says that the sample is ready. */
  RunCommand awaitReady() throws IOException, InterruptedException {
    if (!within(PATIENCE_SECONDS, () -> isReady() || !process.isAlive()) || !isReady()) {
      throw new IllegalStateException("not ready: " + output());
    }
    return this;
  }

  /** Starts the command, as Maven would with some of its own options. */
  static RunCommand launch(Path data, int port, String... options) throws IOException {
    return launch(data, port, Map.of(), options);
  }

  /** Starts the command with variables in its environment. */
  static RunCommand launch(Path data, int port, Map<String, String> environment, String... options)
      throws IOException {
    Files.createDirectories(data);
    var console = data.resolve("console-" + port + ".txt");
    var line = new ArrayList<String>();
    line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    line.addAll(List.of(options));
    line.addAll(List.of("-cp", System.getProperty("it.agent")));
    line.add("io.tokenrevocation.sample.run.RunSample");
    line.add(System.getProperty("it.payara"));
    line.add(System.getProperty("it.war"));
    line.add(System.getProperty("it.agent"));
    line.add(System.getProperty("it.driver"));
    line.add(data.toString());
    line.add(Integer.toString(port));
    var builder =
        new ProcessBuilder(line).redirectErrorStream(true).redirectOutput(console.toFile());
    builder.environment().putAll(environment);
    return new RunCommand(builder.start(), console, port);
  }

  String output() throws IOException {
    return Files.readString(console);
  }

  /** Below those that outgoing connections are given: one to a port that is shut may take it. */
  static int freePort() throws IOException {
    while (true) {
      var port = ThreadLocalRandom.current().nextInt(15_000, 30_000);
      try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
        return socket.getLocalPort();
      } catch (BindException taken) {
        // another is free
      }
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
      return output().contains("The sample is ready at http://localhost:" + port);
    } catch (IOException e) {
      return false;
    }
  }
}
