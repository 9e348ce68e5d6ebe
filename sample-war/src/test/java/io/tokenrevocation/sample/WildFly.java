package io.tokenrevocation.sample;

import static io.tokenrevocation.sample.WebXml.parameter;
import static io.tokenrevocation.sample.WebXml.with;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/**
 * WildFly in its standard configuration, which listens on the loopback address only.
 *
 * @param home its directory, of which nothing is changed
 */
record WildFly(Path home) implements ServerUnderTest {

  private static final String DATA_SOURCE =
      """
      <datasources xmlns="urn:jboss:domain:datasources:7.2">
        <datasource jndi-name="java:jboss/datasources/%1$s" pool-name="%1$s">
          <connection-url>%2$s</connection-url>
          <driver>h2</driver>
          <security><user-name>sample</user-name><password>sample</password></security>
          <validation>
            <valid-connection-checker
              class-name="org.jboss.jca.adapters.jdbc.extensions.novendor.JDBC4ValidConnectionChecker"/>
            <validate-on-match>true</validate-on-match>
          </validation>
        </datasource>
      </datasources>
      """;

  @Override
  public List<String> command(Path directory, int port, List<Path> wars) throws IOException {
    var base = directory.resolve("standalone");
    var configuration = base.resolve("configuration");
    var deployments = base.resolve("deployments");
    RunDirectories.copy(home.resolve("standalone").resolve("configuration"), configuration);
    Files.createDirectory(deployments);
    takeCallersFromApplications(configuration.resolve("standalone.xml"));
    for (var war : wars) {
      Files.copy(war, deployments.resolve(war.getFileName()));
    }
    return List.of(
        "-Djboss.home.dir=" + home,
        "-Djboss.server.base.dir=" + base,
        "-Djboss.http.port=" + port,
        "-Djboss.https.port=0",
        "-Djboss.management.http.port=0",
        "-jar",
        home.resolve("jboss-modules.jar").toString(),
        "-mp",
        home.resolve("modules").toString(),
        "org.jboss.as.standalone");
  }

  /** As README says: or else callers must be users of the server's. */
  private static void takeCallersFromApplications(Path standalone) throws IOException {
    var domain =
        "<application-security-domain name=\"other\" security-domain=\"ApplicationDomain\"";
    var text = Files.readString(standalone);
    var web = text.indexOf(domain, text.indexOf("urn:jboss:domain:undertow:")) + domain.length();
    Files.writeString(
        standalone, text.substring(0, web) + " integrated-jaspi=\"false\"" + text.substring(web));
  }

  /** Here the pool of a data-source in web.xml cannot be told to check its connections. */
  @Override
  public String useDatabase(WebArchive war, String webXml, String url) {
    var name = war.getName().replace(".war", "");
    war.addAsWebInfResource(new StringAsset(DATA_SOURCE.formatted(name, url)), name + "-ds.xml");
    return with(parameter("revocation.data-source", "java:jboss/datasources/" + name))
        .apply(webXml);
  }

  /** By a marker, which it would take for an old one while a deployment is under way. */
  @Override
  public void redeploy(RunningServer server, Path war) throws IOException, InterruptedException {
    var deployments = server.directory().resolve("standalone/deployments");
    var deployed = deployments.resolve(war.getFileName() + ".deployed");
    var toDeploy = deployments.resolve(war.getFileName() + ".dodeploy");
    if (!RunCommand.within(60, () -> Files.exists(deployed) && !Files.exists(toDeploy))) {
      throw new IllegalStateException("not deployed: " + server.log());
    }
    Files.createFile(toDeploy);
  }

  /** Said after what was there at the start has been deployed, also if some of it failed. */
  @Override
  public boolean isReady(RunningServer server) {
    var log = server.log();
    return log.contains("WFLYSRV0025") || log.contains("WFLYSRV0026");
  }
}
