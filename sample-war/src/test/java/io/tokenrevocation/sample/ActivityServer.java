package io.tokenrevocation.sample;

import static io.tokenrevocation.sample.WebXml.parameter;
import static io.tokenrevocation.sample.WebXml.with;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.h2.tools.Server;

/** The sample with two user pools; its database can be filled and taken away. */
final class ActivityServer implements AutoCloseable {

  static final String SECOND = "us-east-1_Second002";

  private final int port = RunCommand.freePort();
  private final String url;
  private Server database;
  private final VariantServer server;
  private final Sample sample;
  private final ActivityApi api;

  private ActivityServer(String name, Path directory)
      throws IOException, InterruptedException, SQLException {
    url =
        "jdbc:h2:tcp://localhost:" + port + "/" + directory.resolve("authority") + ";WRITE_DELAY=0";
    database = serve();
    server =
        VariantServer.in(Path.of(System.getProperty("it.data"), name))
            .withDatabase(url)
            .add(name, ActivityServer::withTwoPools)
            .start();
    sample = server.started(name);
    api = new ActivityApi(sample.signIn("carol"));
  }

  /** Starts it, with its database in a directory. */
  static ActivityServer start(String name, Path directory)
      throws IOException, InterruptedException, SQLException {
    return new ActivityServer(name, directory);
  }

  Sample sample() {
    return sample;
  }

  /** As an administrator. */
  ActivityApi api() {
    return api;
  }

  void execute(String sql) throws SQLException {
    try (var connection = DriverManager.getConnection(url, "sample", "sample");
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  void takeDatabaseAway() {
    database.stop();
  }

  void bringDatabaseBack() throws SQLException {
    database = serve();
  }

  private Server serve() throws SQLException {
    return Server.createTcpServer("-tcpPort", Integer.toString(port), "-ifNotExists").start();
  }

  private static String withTwoPools(String xml) {
    var lasting = with(parameter("revocation.audit-retention", "P36500D")).apply(xml);
    return lasting
        .replace(
            "<param-name>revocation.user-pools</param-name>\n    <param-value>us-east-1_Sample001",
            "<param-name>revocation.user-pools</param-name>\n"
                + "    <param-value>us-east-1_Sample001, "
                + SECOND)
        .replace(
            "pools</param-name>\n    <param-value>us-east-1_Sample001<",
            "pools</param-name>\n    <param-value>any<");
  }

  @Override
  public void close() throws IOException {
    server.close();
    database.stop();
  }
}
