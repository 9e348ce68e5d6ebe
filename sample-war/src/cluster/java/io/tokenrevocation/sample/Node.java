package io.tokenrevocation.sample;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Payara Micro with the sample, as a process that can be killed and started again. */
final class Node implements AutoCloseable {

  private static final long PATIENCE_SECONDS = 600;
  private static final String POOL =
      """
      create-jdbc-connection-pool --datasourceclassname org.postgresql.ds.PGSimpleDataSource \
      --restype javax.sql.DataSource --isconnectvalidatereq=true \
      --validationmethod=custom-validation \
      --validationclassname=org.glassfish.api.jdbc.validation.PostgresConnectionValidation \
      --property user=postgres:password=any:serverName=localhost:portNumber=%d\
      :databaseName=postgres:socketTimeout=30:tcpKeepAlive=true revocation
      create-jdbc-resource --connectionpoolid revocation jdbc/revocation
      """;

  private final Path war;
  private final Path directory;
  private final int port;
  private final List<String> options;
  private final List<String> arguments;
  private final Sample sample;
  private RunningServer server;

  @SuppressWarnings("NullAway.Init") // until it is launched
  private Node(Path war, Path directory, List<String> options, List<String> arguments)
      throws IOException {
    this.war = war;
    this.directory = Files.createDirectories(directory);
    this.port = RunCommand.freePort();
    this.sample = new Sample(URI.create("http://localhost:" + port));
    this.options = options;
    this.arguments = arguments;
  }

  /** One with a database in its directory. */
  static Node alone(Path directory) throws IOException {
    var preboot = System.getProperty("it.preboot");
    return new Node(sampleWar(), directory, List.of(), List.of("--prebootcommandfile", preboot));
  }

  /** One of several on the PostgreSQL that is at a port, as the documentation has it. */
  static Node on(int databasePort, Path directory, String... options) throws IOException {
    return of(sampleWar(), databasePort, directory, options);
  }

  /** The same, with a WAR that is the sample and more. */
  static Node of(Path war, int databasePort, Path directory, String... options) throws IOException {
    var all = new ArrayList<>(List.of(options));
    all.add("-Drevocation.data-source=jdbc/revocation");
    Files.createDirectories(directory);
    var preboot =
        Files.writeString(
            directory.resolve("preboot.txt"),
            Files.readString(Path.of(System.getProperty("it.preboot")))
                + POOL.formatted(databasePort));
    return new Node(
        war,
        directory,
        all,
        List.of(
            "--prebootcommandfile", preboot.toString(), "--addjars", Postgres.driver().toString()));
  }

  private static Path sampleWar() {
    return Path.of(System.getProperty("it.war"));
  }

  void start() throws IOException, InterruptedException {
    launch(Map.of());
    awaitServing();
  }

  /** Starts it, with some variables of the environment, and does not wait for it. */
  void launch(Map<String, String> environment) throws IOException {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("it.java"), "bin", "java").toString());
    command.addAll(List.of("-Xmx512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    command.addAll(options);
    command.add("-Djava.io.tmpdir=" + Files.createTempDirectory(directory, "tmp"));
    command.addAll(List.of("-jar", System.getProperty("it.server")));
    command.addAll(List.of("--nohazelcast", "--disablephonehome"));
    command.addAll(List.of("--port", Integer.toString(port)));
    command.addAll(arguments);
    command.addAll(List.of("--deploy", war.toString(), "--contextroot", "/"));
    var builder = new ProcessBuilder(command).directory(directory.toFile());
    builder.environment().putAll(environment);
    var log = directory.resolve("server.log").toFile();
    var process = builder.redirectErrorStream(true).redirectOutput(log).start();
    server = new RunningServer(directory, port, List.of(), process);
  }

  /** Waits until the WAR is deployed, whether the database is there or not. */
  void awaitReady() throws InterruptedException {
    var process = server.process();
    if (!RunCommand.within(PATIENCE_SECONDS, () -> log().contains("ready in") || !process.isAlive())
        || !process.isAlive()) {
      throw new IllegalStateException("not ready: " + log());
    }
  }

  /** Waits until it is deployed, and has what it needs from the database. */
  void awaitServing() throws InterruptedException {
    awaitReady();
    var keys = "cognito-idp/us-east-1_Sample001/.well-known/jwks.json";
    if (!RunCommand.within(PATIENCE_SECONDS, () -> sample.get(keys).status() == 200)) {
      throw new IllegalStateException("does not serve: " + log());
    }
  }

  /** Sends a SIGKILL. */
  void kill() {
    server.process().destroyForcibly();
  }

  /** Sends a SIGKILL, and waits until it is gone. */
  void killAndWait() throws InterruptedException {
    server.process().destroyForcibly().waitFor();
  }

  long pid() {
    return server.process().pid();
  }

  Path directory() {
    return directory;
  }

  String log() {
    return server.log();
  }

  /** The same one, however often it is started. */
  Sample sample() {
    return sample;
  }

  @Override
  public void close() {
    server.close();
  }

  @Override
  public String toString() {
    return directory.getFileName().toString();
  }
}
