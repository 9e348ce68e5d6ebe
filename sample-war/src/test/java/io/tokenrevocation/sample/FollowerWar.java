package io.tokenrevocation.sample;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The WAR of {@code src/it/stock} as it was built, but for addresses that nobody could know. */
final class FollowerWar {

  /** The development value of the sample. */
  static final String CREDENTIAL = "sample-feed-credential-for-development";

  private FollowerWar() {}

  /** Starts a server with it. */
  static RunningServer start(Path directory, int authorityPort, String feed)
      throws IOException, InterruptedException {
    var war =
        ShrinkWrap.create(ZipImporter.class, "stock.war")
            .importFrom(
                Path.of(System.getProperty("it.consumers"), "stock", "target", "stock.war")
                    .toFile())
            .as(WebArchive.class);
    String webXml;
    try (var stream = war.get("WEB-INF/web.xml").getAsset().openStream()) {
      webXml = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    }
    var impatient =
        WebXml.parameters(
            Map.of(
                "revocation.poll-interval", "PT0.1S",
                "revocation.feed-wait", "PT1S",
                "revocation.max-staleness", "PT3S"));
    war.setWebXML(
        new StringAsset(
            WebXml.with(impatient)
                .apply(
                    webXml
                        .replace("http://localhost:8080/revocation/feed", feed)
                        .replace("localhost:8080/", "localhost:" + authorityPort + "/"))));
    var file = directory.resolve("stock.war");
    war.as(ZipExporter.class).exportTo(file.toFile());
    return RunningServer.start(directory, RunCommand.freePort(), List.of(file));
  }
}
