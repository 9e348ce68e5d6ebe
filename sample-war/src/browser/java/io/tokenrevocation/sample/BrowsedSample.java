package io.tokenrevocation.sample;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.h2.tools.Server;

/** One process with the sample; its database is another's, and can be filled and taken away. */
final class BrowsedSample implements AutoCloseable {

  private final String url;
  private final int databasePort;
  private final ForeignIssuer foreign;
  private Server database;
  private final VariantServer server;

  private BrowsedSample(Path directory, int databasePort) throws Exception {
    this.databasePort = databasePort;
    url = "jdbc:h2:tcp://localhost:" + databasePort + "/" + directory.resolve("authority");
    database = serve(databasePort);
    foreign = ForeignIssuer.started(ForeignIssuer.Kind.KEYCLOAK);
    server =
        VariantServer.in(directory)
            .withDatabase(url + ";WRITE_DELAY=0")
            .add(
                "sample",
                WebXml.with(WebXml.parameter("revocation.max-staleness", "PT3S"), keycloak()))
            .start();
  }

  private String keycloak() {
    return Readme.recipe("keycloak")
        .replace("keycloak, partner", "keycloak")
        .replace("https://sso.example.com/realms/shop", foreign.uri());
  }

  static BrowsedSample start(Path directory) throws Exception {
    return new BrowsedSample(directory, RunCommand.freePort());
  }

  Sample sample() {
    return server.sample("sample");
  }

  /** Another issuer, whose tokens it accepts. */
  ForeignIssuer foreign() {
    return foreign;
  }

  Connection connect() throws SQLException {
    return DriverManager.getConnection(url, "sample", "sample");
  }

  void takeDatabaseAway() {
    database.stop();
  }

  /** If it is away. */
  void bringDatabaseBack() throws SQLException {
    if (!database.isRunning(false)) {
      database = serve(databasePort);
    }
  }

  private static Server serve(int port) throws SQLException {
    return Server.createTcpServer("-tcpPort", Integer.toString(port), "-ifNotExists").start();
  }

  @Override
  public void close() throws IOException {
    server.close();
    foreign.close();
    database.stop();
  }
}
