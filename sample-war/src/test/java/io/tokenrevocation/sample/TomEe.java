package io.tokenrevocation.sample;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/**
 * TomEE, embedded: the only one of its generation that is published as an artifact.
 *
 * @param home the directory of its jars
 */
record TomEe(Path home) implements ServerUnderTest {

  /** Or else it trusts a connection for 30 seconds. */
  private static final String CHECKED =
      "<property><name>validationInterval</name><value>0</value></property>"
          + "<property><name>testOnBorrow</name><value>true</value></property>"
          + "<property><name>validationQuery</name><value>select 1</value></property>";

  @Override
  public List<String> command(Path directory, int port, List<Path> wars) throws IOException {
    var command =
        new ArrayList<>(
            List.of(
                "--add-opens",
                "java.base/java.lang=ALL-UNNAMED",
                "--add-opens",
                "java.base/java.net=ALL-UNNAMED",
                "-cp",
                home + "/*",
                System.getProperty("it.tomee"),
                Files.createDirectory(directory.resolve("tomee")).toString(),
                Integer.toString(port)));
    // A directory of their own: TomEE unpacks them where they are.
    var unpacked = Files.createDirectory(directory.resolve("wars"));
    for (var war : wars) {
      command.add(Files.copy(war, unpacked.resolve(war.getFileName())).toString());
    }
    return command;
  }

  @Override
  public String useDatabase(WebArchive war, String webXml, String url) {
    return ServerUnderTest.super
        .useDatabase(war, webXml, url)
        .replace("</data-source>", CHECKED + "</data-source>");
  }

  @Override
  public boolean isReady(RunningServer server) {
    return server.log().contains("Every WAR has been deployed or refused");
  }
}
