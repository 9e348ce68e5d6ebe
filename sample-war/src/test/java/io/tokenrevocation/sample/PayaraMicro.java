package io.tokenrevocation.sample;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Payara Micro.
 *
 * @param home its jar
 */
record PayaraMicro(Path home) implements ServerUnderTest {

  @Override
  public List<String> command(Path directory, int port, List<Path> wars) throws IOException {
    // One command each: a deployment that is refused must not keep the next from being tried.
    var deploy = wars.stream().map(war -> "deploy " + war).toList();
    return List.of(
        "-Djava.io.tmpdir=" + Files.createDirectory(directory.resolve("tmp")),
        "-jar",
        home.toString(),
        "--nohazelcast",
        "--disablephonehome",
        "--prebootcommandfile",
        System.getProperty("it.preboot"),
        "--port",
        Integer.toString(port),
        "--postbootcommandfile",
        Files.write(directory.resolve("deploy.txt"), deploy).toString());
  }

  /** Said after all deployments, also after those that failed. */
  @Override
  public boolean isReady(RunningServer server) {
    return server.log().contains("ready in");
  }
}
