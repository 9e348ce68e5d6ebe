package io.tokenrevocation.sample.run;

import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A pool of the server's with connections to PostgreSQL. What it needs to know is in the server's
 * environment: not in a file, nor on a command line, which every user of the machine may see.
 */
record PostgresPool(String url, String user, String password) {

  static final String JNDI_NAME = "jdbc/revocation";

  /** A connection is tried before it is given out: the database may have been restarted. */
  static final String COMMANDS =
      """
      create-jdbc-connection-pool --datasourceclassname org.postgresql.ds.PGSimpleDataSource \
      --restype javax.sql.DataSource --isconnectvalidatereq=true \
      --validationmethod=custom-validation \
      --validationclassname=org.glassfish.api.jdbc.validation.PostgresConnectionValidation \
      --property url=${ENV=SAMPLE_JDBC_URL}:user=${ENV=SAMPLE_JDBC_USER}\
      :password=${ENV=SAMPLE_JDBC_PASSWORD}:socketTimeout=30:tcpKeepAlive=true revocation
      create-jdbc-resource --connectionpoolid revocation jdbc/revocation
      """;

  private static final String URL = "sample.jdbcUrl";
  private static final String USER = "sample.jdbcUser";
  private static final String PASSWORD = "sample.jdbcPassword";

  /** The one that was asked for by system properties, or null. */
  static @Nullable PostgresPool given() throws IOException {
    var url = System.getProperty(URL);
    if (url == null) {
      return null;
    }
    var user = System.getProperty(USER);
    if (!url.startsWith("jdbc:postgresql:") || user == null) {
      throw new IOException(
          URL + " must begin with jdbc:postgresql: and come with " + USER + " and " + PASSWORD);
    }
    return new PostgresPool(url, user, givenPassword());
  }

  private static String givenPassword() {
    var fromEnvironment = Objects.requireNonNullElse(System.getenv("SAMPLE_JDBC_PASSWORD"), "");
    return System.getProperty(PASSWORD, fromEnvironment);
  }

  Map<String, String> environment() {
    return Map.of(
        "SAMPLE_JDBC_URL", url, "SAMPLE_JDBC_USER", user, "SAMPLE_JDBC_PASSWORD", password);
  }

  /** Without the password. */
  @Override
  public String toString() {
    return "PostgresPool[user=" + user + "]";
  }
}
