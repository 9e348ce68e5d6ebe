package io.tokenrevocation.sample;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * One server with the WARs of {@code src/it}, which Maven has built as their users would. Booted
 * once in each JVM of the tests, for all classes that take it as a parameter.
 *
 * @param keycloak issues the tokens for one of them
 * @param allEnforce whether all of them enforced revocation before there was a request
 */
record ConsumerServer(RunningServer server, ForeignIssuer keycloak, boolean allEnforce) {

  private static @Nullable ConsumerServer started;

  Sample orders() {
    return server.sample("orders");
  }

  Sample bare() {
    return server.sample("bare");
  }

  Sample reports() {
    return server.sample("reports");
  }

  private static synchronized ConsumerServer started() {
    if (started == null) {
      started = start();
    }
    return started;
  }

  private static ConsumerServer start() {
    try {
      var parent = Files.createDirectories(Path.of(System.getProperty("it.data"), "consumers"));
      var directory = Files.createTempDirectory(parent, "run-");
      var keycloak = ForeignIssuer.started(ForeignIssuer.Kind.KEYCLOAK);
      var wars = List.of(built("orders"), built("bare"), reports(directory, keycloak));
      var server = RunningServer.start(directory, RunCommand.freePort(), wars).untilTheEnd();
      var allEnforce =
          RunCommand.within(20, () -> server.log().split("REV0103", -1).length > wars.size());
      return new ConsumerServer(server, keycloak, allEnforce);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static Path built(String name) {
    return Path.of(System.getProperty("it.consumers"), name, "target", name + ".war");
  }

  /** As it was built, but for the address of its issuer, which nobody could know before. */
  private static Path reports(Path directory, ForeignIssuer keycloak) throws IOException {
    var war =
        ShrinkWrap.create(ZipImporter.class, "reports.war")
            .importFrom(built("reports").toFile())
            .as(WebArchive.class);
    String webXml;
    try (InputStream stream = war.get("WEB-INF/web.xml").getAsset().openStream()) {
      webXml = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    }
    war.setWebXML(
        new StringAsset(webXml.replace("https://sso.example.com/realms/shop", keycloak.uri())));
    File file = directory.resolve("reports.war").toFile();
    war.as(ZipExporter.class).exportTo(file);
    return file.toPath();
  }

  /** Gives it to the constructors of test classes. */
  static final class AsParameter implements ParameterResolver {

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
      return parameter.getParameter().getType() == ConsumerServer.class;
    }

    @Override
    public ConsumerServer resolveParameter(ParameterContext parameter, ExtensionContext context) {
      return ConsumerServer.started();
    }
  }
}
