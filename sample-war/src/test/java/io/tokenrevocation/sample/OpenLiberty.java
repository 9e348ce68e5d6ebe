package io.tokenrevocation.sample;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipFile;

/**
 * Open Liberty with the Jakarta EE 10 Web Profile, and with MicroProfile Config only if a WAR
 * brings settings for it.
 *
 * @param home its directory, of which nothing is changed
 */
record OpenLiberty(Path home) implements ServerUnderTest {

  /** The driver has to be the server's: Liberty takes none from a WAR. */
  private static final String SERVER =
      """
      <server>
        <logging consoleLogLevel="INFO"/>
        <featureManager>
          <feature>webProfile-10.0</feature>
          %s
        </featureManager>
        <httpEndpoint id="defaultHttpEndpoint" host="127.0.0.1" httpPort="%d" httpsPort="-1"/>
        <library id="jdbc">
          <fileset dir="%s" includes="h2-*.jar"/>
          <file name="%s"/>
        </library>
        %s
      </server>
      """;

  private static final String APPLICATION =
      """
      <webApplication location="%s" contextRoot="/%s">
          <classloader commonLibraryRef="jdbc"/>
        </webApplication>
      """;

  /** Of HTTP, sometimes after the applications. */
  private static final String LISTENING = "CWWKO0219I";

  private static final Pattern TRIED =
      Pattern.compile(
          "CWWKZ0001I: Application (\\S+) started"
              + "|CWWKZ0012I: The application (\\S+) was not started"
              + "|CWWKZ0002E: An exception occurred while starting the application (\\S+)\\.");

  @Override
  public List<String> command(Path directory, int port, List<Path> wars) throws IOException {
    var server = Files.createDirectories(directory.resolve("usr/servers/it"));
    var applications =
        wars.stream()
            .map(
                war -> APPLICATION.formatted(war, war.getFileName().toString().replace(".war", "")))
            .collect(Collectors.joining());
    Files.writeString(
        server.resolve("server.xml"),
        SERVER.formatted(
            bringsSettings(wars) ? "<feature>mpConfig-3.1</feature>" : "",
            port,
            System.getProperty("it.drivers"),
            Postgres.driver(),
            applications));
    return List.of(
        "@" + home.resolve("lib/platform/java/java9.options"),
        "-javaagent:" + home.resolve("bin/tools/ws-javaagent.jar"),
        "-jar",
        home.resolve("bin/tools/ws-server.jar").toString(),
        "it",
        "--clean");
  }

  /** Liberty serves it all the same. */
  @Override
  public int statusOfRefusedDeployment() {
    return 500;
  }

  private static boolean bringsSettings(List<Path> wars) throws IOException {
    for (var war : wars) {
      try (var zip = new ZipFile(war.toFile())) {
        if (zip.getEntry("WEB-INF/classes/META-INF/microprofile-config.properties") != null) {
          return true;
        }
      }
    }
    return false;
  }

  @Override
  public Map<String, String> environment(Path directory) {
    return Map.of("WLP_USER_DIR", directory.resolve("usr").toString());
  }

  /** It looks every half second whether a file is newer. */
  @Override
  public void redeploy(RunningServer server, Path war) throws IOException {
    RunDirectories.makeNewer(war);
  }

  /** Said of each WAR, and a second time of one that an exception has kept from starting. */
  @Override
  public boolean isReady(RunningServer server) {
    var log = server.log();
    var tried =
        TRIED
            .matcher(log)
            .results()
            .flatMap(match -> IntStream.rangeClosed(1, 3).mapToObj(match::group))
            .filter(Objects::nonNull)
            .distinct()
            .count();
    return tried == server.wars().size() && log.contains(LISTENING);
  }
}
