package io.tokenrevocation.sample;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** A server the sample is tested on: how to start one that deploys some WARs. */
interface ServerUnderTest {

  /** The one that the profile of the build has chosen. */
  static ServerUnderTest chosen() {
    var home = Path.of(System.getProperty("it.server"));
    return switch (System.getProperty("it.kind")) {
      case "payara" -> new PayaraMicro(home);
      case "wildfly" -> new WildFly(home);
      case "glassfish", "glassfish8" -> new GlassFish(home);
      case "liberty" -> new OpenLiberty(home);
      case "tomee" -> new TomEe(home);
      default -> throw new IllegalStateException("it.kind is none of the servers");
    };
  }

  /**
   * Prepares a run and returns its command line, without the JVM itself, for a process that ends
   * when it is killed.
   *
   * @param directory for whatever the server writes; the databases are in it too
   * @param port of HTTP, on the loopback address only
   * @param wars each to be deployed under its own name, whatever becomes of the others
   */
  List<String> command(Path directory, int port, List<Path> wars) throws IOException;

  /** Variables of the process's environment. */
  default Map<String, String> environment(Path directory) {
    return Map.of();
  }

  /**
   * Has a WAR use a database elsewhere, through a pool that gives out no broken connection.
   *
   * @return its web.xml
   */
  default String useDatabase(WebArchive war, String webXml, String url) {
    return webXml.replaceAll("<url>.*</url>", "<url>" + url + "</url>");
  }

  /** Tells whether every WAR has been deployed or refused. */
  boolean isReady(RunningServer server);

  /** What is answered for an application that refuses to be deployed. */
  default int statusOfRefusedDeployment() {
    return 404;
  }

  /** Has a running server deploy a WAR once more, if it can be told to. */
  default void redeploy(RunningServer server, Path war) throws IOException, InterruptedException {
    throw new UnsupportedOperationException("redeployment");
  }
}
