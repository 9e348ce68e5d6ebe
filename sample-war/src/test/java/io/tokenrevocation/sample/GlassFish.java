package io.tokenrevocation.sample;

import static io.tokenrevocation.sample.WebXml.parameter;
import static io.tokenrevocation.sample.WebXml.with;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/**
 * GlassFish with its own first domain, which is made to listen on the loopback address only.
 *
 * @param home its directory, of which nothing is changed
 */
record GlassFish(Path home) implements ServerUnderTest {

  private static final Pattern TRIED =
      Pattern.compile("Successfully autodeployed|Autodeploy failed");
  private static final Pattern PORT = Pattern.compile("port=\"\\d+\"");

  /** A file of GlassFish's own in the WAR, with the URL to put in. */
  private static final String RESOURCES =
      """
      <!DOCTYPE resources PUBLIC
          "-//GlassFish.org//DTD GlassFish Application Server 3.1 Resource Definitions//EN"
          "http://glassfish.org/dtds/glassfish-resources_1_5.dtd">
      <resources>
        <jdbc-connection-pool name="java:app/pool" res-type="javax.sql.DataSource"
            datasource-classname="org.h2.jdbcx.JdbcDataSource"
            is-connection-validation-required="true" connection-validation-method="auto-commit">
          <property name="URL" value="%s"/>
          <property name="user" value="sample"/>
          <property name="password" value="sample"/>
        </jdbc-connection-pool>
        <jdbc-resource pool-name="java:app/pool" jndi-name="java:app/jdbc/checked"/>
      </resources>
      """;

  @Override
  public List<String> command(Path directory, int port, List<Path> wars) throws IOException {
    var domains = directory.resolve("domains");
    var domain = domains.resolve("domain1");
    RunDirectories.copy(home.resolve("glassfish/domains/domain1"), domain);
    var configuration = domain.resolve("config/domain.xml");
    Files.writeString(configuration, onLoopback(Files.readString(configuration), port));
    var autodeploy = Files.createDirectories(domain.resolve("autodeploy"));
    for (var war : wars) {
      Files.copy(war, autodeploy.resolve(war.getFileName()));
    }
    return arguments(domains);
  }

  /** What asadmin would start, and leave behind. */
  private List<String> arguments(Path domains) throws IOException {
    var asadmin =
        new ProcessBuilder(
            home.resolve("bin/asadmin").toString(),
            "start-domain",
            "--dry-run",
            "--domaindir",
            domains.toString(),
            "domain1");
    asadmin.environment().put("AS_JAVA", System.getProperty("it.java"));
    var output = asadmin.redirectErrorStream(true).start().getInputStream().readAllBytes();
    return new String(output, StandardCharsets.UTF_8)
        .lines()
        .dropWhile(line -> !line.startsWith("-")) // up to the JVM itself
        .filter(line -> !line.startsWith("-Xmx") && !line.startsWith("Command start-domain"))
        .toList();
  }

  private static String onLoopback(String domain, int port) {
    var end = domain.indexOf("</config>"); // of the server's own; a template comes after it
    var ports =
        PORT.matcher(domain.substring(0, end))
            .replaceAll(
                match -> "port=\"" + (match.group().contains("8080") ? port : freePort()) + "\"")
            .replace("<network-listener ", "<network-listener address=\"127.0.0.1\" ")
            .replace("0.0.0.0", "127.0.0.1");
    return ports + domain.substring(end);
  }

  private static int freePort() {
    try {
      return RunCommand.freePort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Here, too, the pool of a data-source in web.xml cannot be told to check its connections. */
  @Override
  public String useDatabase(WebArchive war, String webXml, String url) {
    war.addAsWebInfResource(new StringAsset(RESOURCES.formatted(url)), "glassfish-resources.xml");
    return with(parameter("revocation.data-source", "java:app/jdbc/checked")).apply(webXml);
  }

  /** Said of each WAR. */
  @Override
  public boolean isReady(RunningServer server) {
    return TRIED.matcher(server.log()).results().count() >= server.wars().size();
  }
}
