package io.tokenrevocation.sample;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/**
 * One server with several variants of the sample, each with a web.xml and a database of its own.
 */
final class VariantServer implements AutoCloseable {

  private static final String WEB_XML = "WEB-INF/web.xml";
  private static final long PATIENCE_SECONDS = 240;

  private final Path directory;
  private final Path log;
  private final List<Path> wars = new ArrayList<>();
  private Process process;
  private int port;

  @SuppressWarnings("NullAway.Init") // until it is started
  private VariantServer(Path directory) {
    this.directory = directory;
    this.log = directory.resolve("server.log");
  }

  static VariantServer in(Path parent) throws IOException {
    var directory = Files.createTempDirectory(Files.createDirectories(parent), "run-");
    return new VariantServer(directory);
  }

  /** Adds the sample with its web.xml changed, and further classes. */
  VariantServer add(String name, UnaryOperator<String> change, Class<?>... classes)
      throws IOException {
    var war =
        ShrinkWrap.create(ZipImporter.class, name + ".war")
            .importFrom(new File(System.getProperty("it.war")))
            .as(WebArchive.class);
    String original;
    try (var stream = war.get(WEB_XML).getAsset().openStream()) {
      original = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    }
    var changed = change.apply(original);
    if (changed.equals(original)) {
      throw new IllegalStateException(name + " changes nothing");
    }
    var database = "jdbc:h2:file:" + directory.resolve(name) + ";WRITE_DELAY=";
    war.setWebXML(
        new StringAsset(
            changed.replaceAll(
                "\\$\\{MPCONFIG=sample.jdbc.url:.*WRITE_DELAY=(\\d+).*}", database + "$1")));
    war.addClasses(classes);
    var file = directory.resolve(name + ".war");
    war.as(ZipExporter.class).exportTo(file.toFile());
    wars.add(file);
    return this;
  }

  VariantServer start() throws IOException, InterruptedException {
    port = RunCommand.freePort();
    var command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "-Djava.io.tmpdir=" + Files.createDirectory(directory.resolve("tmp")),
                "-jar",
                System.getProperty("it.server"),
                "--nohazelcast",
                "--disablephonehome",
                "--prebootcommandfile",
                System.getProperty("it.preboot"),
                "--port",
                Integer.toString(port)));
    command.addAll(List.of("--postbootcommandfile", deployCommands().toString()));
    process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    if (!RunCommand.within(PATIENCE_SECONDS, this::isReady)) {
      throw new IllegalStateException("not ready: " + log());
    }
    return this;
  }

  Sample sample(String variant) {
    return new Sample(URI.create("http://localhost:" + port + "/" + variant + "/"));
  }

  String log() throws IOException {
    return Files.readString(log);
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }

  /** One command each: a deployment that is refused must not keep the next from being tried. */
  private Path deployCommands() throws IOException {
    var commands = wars.stream().map(war -> "deploy " + war).toList();
    return Files.write(directory.resolve("deploy.txt"), commands);
  }

  /** Said after all deployments, also after those that failed. */
  private boolean isReady() {
    try {
      return log().contains("ready in");
    } catch (IOException e) {
      return false;
    }
  }
}
