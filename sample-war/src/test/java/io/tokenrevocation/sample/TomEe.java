package io.tokenrevocation.sample;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * TomEE, embedded: the only one of its generation that is published as an artifact.
 *
 * @param home the directory of its jars
 */
record TomEe(Path home) implements ServerUnderTest {

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
  public boolean isReady(RunningServer server) {
    return server.log().contains("Every WAR has been deployed or refused");
  }
}
