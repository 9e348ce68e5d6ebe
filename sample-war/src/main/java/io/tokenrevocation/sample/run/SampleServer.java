package io.tokenrevocation.sample.run;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The sample on a Payara Micro of its own, listening on the loopback address only. */
public final class SampleServer implements AutoCloseable {

  private static final long POLL_MILLIS = 200;

  /** What is not mended by waiting: the WAR's own refusal, and what PostgreSQL says at a login. */
  private static final Pattern REFUSAL =
      Pattern.compile(
          "REV0110.*|FATAL: (password authentication failed|database .* does not exist).*");

  private final Process process;
  private final URI address;
  private final Path log;
  private final RunDirectory directory;

  private SampleServer(Process process, URI address, Path log, RunDirectory directory) {
    this.process = process;
    this.address = address;
    this.log = log;
    this.directory = directory;
  }

  /**
   * What to run.
   *
   * @param server the Payara Micro jar
   * @param war the application, deployed at {@code /}
   * @param agent the jar that ends the server with its parent
   * @param driver the jar of PostgreSQL's driver
   */
  public record Artifacts(Path server, Path war, Path agent, Path driver) {}

  /**
   * Starts a server from private copies, so that building again disturbs nobody.
   *
   * @param artifacts what to run
   * @param data where the server's log is kept, and the database unless it is elsewhere
   * @param port on the loopback address
   * @param settings of the server
   * @return the server, which is not ready yet
   * @throws IOException if it cannot be started
   */
  public static SampleServer start(Artifacts artifacts, Path data, int port, RunSettings settings)
      throws IOException {
    refuseTakenPort(port);
    prepare(data);
    var copies = RunDirectory.make(data);
    var log = data.resolve("server.log");
    var builder =
        new ProcessBuilder(command(copies.copy(artifacts, settings), port, settings))
            .directory(data.toFile()) // web.xml says that the database is there
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    builder.environment().putAll(settings.environment());
    var process = builder.start();
    process.getOutputStream().close();
    return new SampleServer(process, URI.create("http://localhost:" + port), log, copies);
  }

  private static List<String> command(RunDirectory.Copies copies, int port, RunSettings settings) {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Xmx512m");
    command.add("-javaagent:" + copies.agent() + "=" + ProcessHandle.current().pid());
    command.add("-Djava.io.tmpdir=" + copies.temporary());
    settings.properties(port).forEach(property -> command.add("-D" + property));
    command.addAll(List.of("-jar", copies.server().toString()));
    command.addAll(List.of("--rootdir", copies.root().toString()));
    command.addAll(List.of("--prebootcommandfile", copies.commands().toString()));
    command.addAll(List.of("--addjars", copies.driver().toString()));
    command.addAll(List.of("--nohazelcast", "--disablephonehome"));
    command.addAll(List.of("--port", Integer.toString(port)));
    command.addAll(List.of("--deploy", copies.war().toString(), "--contextroot", "/"));
    return command;
  }

  /**
   * Waits until the application answers as expected.
   *
   * @param path below the server's address
   * @param status the HTTP status to wait for; while it deploys, the server says 500 or 404
   * @param patience how long at most
   * @throws IOException if it does not
   * @throws InterruptedException if the wait was interrupted
   */
  public void await(String path, int status, Duration patience)
      throws IOException, InterruptedException {
    var deadline = System.nanoTime() + patience.toNanos();
    while (!answers(path, status)) {
      var refusal = refusal();
      if (refusal.isPresent() || !process.isAlive() || System.nanoTime() > deadline) {
        close();
        throw new IOException("The sample did not start. " + refusal.orElse("See " + log));
      }
      Thread.sleep(POLL_MILLIS);
    }
  }

  /** The server stays up when it has refused the application, or was refused by the database. */
  private Optional<String> refusal() throws IOException {
    var text = Files.readString(log, StandardCharsets.UTF_8);
    return REFUSAL.matcher(text).results().map(MatchResult::group).findFirst();
  }

  private boolean answers(String path, int status) {
    try {
      var request = (HttpURLConnection) address.resolve(path).toURL().openConnection();
      request.setConnectTimeout(1_000);
      request.setReadTimeout(5_000);
      return request.getResponseCode() == status;
    } catch (IOException e) {
      return false;
    }
  }

  /**
   * Waits until the server has ended.
   *
   * @return its exit code
   * @throws InterruptedException if the wait was interrupted
   */
  public int await() throws InterruptedException {
    return process.waitFor();
  }

  /**
   * Returns where the application answers.
   *
   * @return without a slash at the end
   */
  public URI address() {
    return address;
  }

  /** Ends the server, in good order or else at all, and removes its copies. */
  @Override
  public void close() throws IOException {
    process.destroy();
    try {
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      process.destroyForcibly();
    }
    directory.close();
  }

  private static void prepare(Path data) throws IOException {
    try {
      Files.createDirectories(data);
    } catch (IOException e) {
      throw new IOException(data + " is not a directory and cannot be made one", e);
    }
  }

  private static void refuseTakenPort(int port) throws IOException {
    if (port < 1 || port > 65_535) {
      throw new IOException("Port " + port + " is not from 1 to 65535");
    }
    try (var probe = new ServerSocket()) {
      probe.setReuseAddress(true);
      probe.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    } catch (IOException e) {
      throw new IOException("Port " + port + " is taken. Choose another: -Dsample.port=", e);
    }
  }
}
