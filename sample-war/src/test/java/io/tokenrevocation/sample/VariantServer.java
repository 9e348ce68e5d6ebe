package io.tokenrevocation.sample;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.jspecify.annotations.Nullable;

/**
 * One server of the kind under test with several variants of the sample, each with a web.xml and a
 * database of its own.
 */
final class VariantServer implements AutoCloseable {

  private static final String WEB_XML = "WEB-INF/web.xml";
  private static final String DATABASE = "jdbc:h2:file:./authority;";

  private final ServerUnderTest kind = ServerUnderTest.chosen();
  private final Path directory;
  private final int port;
  private final List<Path> wars = new ArrayList<>();
  private final List<File> libraries = new ArrayList<>();
  private @Nullable String database;
  private RunningServer server;

  @SuppressWarnings("NullAway.Init") // until it is started
  private VariantServer(Path directory, int port) {
    this.directory = directory;
    this.port = port;
  }

  static VariantServer in(Path parent) throws IOException {
    var directory = Files.createTempDirectory(Files.createDirectories(parent), "run-");
    return new VariantServer(directory, RunCommand.freePort());
  }

  /** Puts the database of the variants that are added from now on elsewhere. */
  VariantServer withDatabase(String url) {
    database = url;
    return this;
  }

  /** Puts a library into the variants that are added from now on. */
  VariantServer withLibrary(Path jar) {
    libraries.add(jar.toFile());
    return this;
  }

  /** Adds the sample with its web.xml changed, and further classes. */
  VariantServer add(String name, UnaryOperator<String> change, Class<?>... classes)
      throws IOException {
    return add(name, change, Map.of(), classes);
  }

  /** Adds the sample with its web.xml changed, further files by their paths, and classes. */
  VariantServer add(
      String name, UnaryOperator<String> change, Map<String, String> files, Class<?>... classes)
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
    var webXml =
        database == null
            ? changed.replace(DATABASE, DATABASE.replace("authority", name))
            : kind.useDatabase(war, changed, database);
    war.setWebXML(new StringAsset(webXml));
    war.addClasses(classes);
    libraries.forEach(war::addAsLibrary);
    files.forEach((path, text) -> war.add(new StringAsset(text), path));
    var file = directory.resolve(name + ".war");
    war.as(ZipExporter.class).exportTo(file.toFile());
    wars.add(file);
    return this;
  }

  /** Starts it, with further options of the JVM. */
  VariantServer start(String... options) throws IOException, InterruptedException {
    server = RunningServer.start(directory, port, wars, options);
    return this;
  }

  Sample sample(String variant) {
    return RunningServer.sample(port, variant);
  }

  /** One whose initializer is dropped, so that the authority may start with the first request. */
  Sample started(String variant) throws IOException, InterruptedException {
    var sample = sample(variant);
    var keys = "cognito-idp/us-east-1_Sample001/.well-known/jwks.json";
    if (!RunCommand.within(60, () -> sample.get(keys).status() == 200)) {
      throw new IllegalStateException(variant + " does not start");
    }
    return sample;
  }

  /** The status of answers for a variant that refuses to be deployed. */
  int statusOfRefused() {
    return kind.statusOfRefusedDeployment();
  }

  String log() {
    return server.log();
  }

  @Override
  public void close() {
    server.close();
  }
}
