package io.tokenrevocation.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** They ask so seldom that only what is pushed can be known in time. */
@Tag("push")
@DisplayName("Of two nodes on one PostgreSQL, the other")
class TwoNodesIT {

  private static final String INTERVAL = "PT40S";
  private static final long SOON_SECONDS = 10;

  /** What a database migration needs, and what listening leaves one of. */
  private static final String POOL_OF_TWO =
      "<initial-pool-size>1</initial-pool-size><max-pool-size>2</max-pool-size>"
          + "<min-pool-size>1</min-pool-size></data-source>";

  private static Postgres database;
  private static VariantServer one;
  private static VariantServer other;

  @BeforeAll
  static void deploy() throws IOException, InterruptedException {
    database = Postgres.start();
    one = node("one", TwoNodesIT::withDatabase);
    other = node("other", xml -> withDatabase(xml).replace("</data-source>", POOL_OF_TWO));
  }

  private static VariantServer node(String name, UnaryOperator<String> change)
      throws IOException, InterruptedException {
    return VariantServer.in(Path.of(System.getProperty("it.data"), "two-nodes"))
        .withLibrary(Postgres.driver())
        .add(name, change)
        .start();
  }

  private static String withDatabase(String webXml) {
    var xml =
        webXml
            .replace("org.h2.jdbcx.JdbcDataSource", PGSimpleDataSource.class.getName())
            .replaceAll("<url>.*</url>", "<url>" + database.url() + "</url>")
            .replace("<user>sample</user>", "<user>" + database.user() + "</user>")
            .replace(
                "<password>sample</password>", "<password>" + database.password() + "</password>");
    return WebXml.with(
            WebXml.parameter("revocation.poll-interval", INTERVAL),
            WebXml.parameter("revocation.max-staleness", "PT2M"))
        .apply(xml);
  }

  @AfterAll
  static void stop() throws IOException {
    one.close();
    other.close();
    database.close();
  }

  private static Session signIn() {
    return one.sample("one").signIn("alice");
  }

  /** The status of what the session's token is answered with by the other node. */
  private static int statusElsewhere(Session session) {
    return new Session(
            other.sample("other"), session.client(), session.username(), session.tokens())
        .me()
        .status();
  }

  private static boolean isRefusedSoon(Session session) throws InterruptedException {
    return RunCommand.within(SOON_SECONDS, () -> statusElsewhere(session) == 401);
  }

  private static int timesHeard() {
    return other.log().split("REV0240", -1).length - 1;
  }

  private static Connection connect() throws SQLException {
    return DriverManager.getConnection(database.url(), database.user(), database.password());
  }

  @Test
  void refusesWhatOneHasRevokedLongBeforeItWouldHaveAsked() throws InterruptedException {
    var session = signIn();
    assertThat(statusElsewhere(session)).isEqualTo(200);
    session.revoke();
    assertThat(isRefusedSoon(session)).isTrue();
  }

  /** As far as the pool notices that a connection is dead. */
  @Test
  @Tag("validated-pool")
  void isToldAgainAfterTheConnectionThatListensWasLost() throws Exception {
    assertThat(RunCommand.within(SOON_SECONDS, () -> timesHeard() > 0)).isTrue();
    var heard = timesHeard();
    try (var connection = connect();
        var statement = connection.createStatement()) {
      statement.execute(
          "select pg_terminate_backend(pid) from pg_stat_activity"
              + " where query = 'listen token_revocation'");
    }
    assertThat(RunCommand.within(SOON_SECONDS, () -> timesHeard() > heard)).isTrue();
    assertThat(other.log()).containsOnlyOnce("REV0241").containsPattern("REV0241.*terminating");
    var session = signIn();
    session.revoke();
    assertThat(isRefusedSoon(session)).isTrue();
  }

  @Test
  void missesNothingOfATransactionThatIsHeldOpenWhileLaterOnesCommit() throws Exception {
    var held = signIn();
    try (var connection = connect()) {
      connection.setAutoCommit(false);
      revokeFamily(connection, held);
      for (var times = 0; times < 3; times++) {
        var later = signIn();
        later.revoke();
        assertThat(isRefusedSoon(later)).isTrue();
      }
      assertThat(statusElsewhere(held)).isEqualTo(200);
      connection.commit();
    }
    signIn().revoke(); // has the other node look
    assertThat(isRefusedSoon(held)).isTrue();
  }

  private static void revokeFamily(Connection connection, Session session) throws SQLException {
    var sql =
        "insert into revocation_log (number, kind, issuer, revoked, revoked_at, retain_until)"
            + " values (nextval('revocation_log_number'), 'FAMILY', ?, ?, now(),"
            + " now() + interval '1 hour')";
    try (var statement = connection.prepareStatement(sql)) {
      statement.setString(1, session.claim("iss"));
      statement.setString(2, session.claim("origin_jti"));
      statement.executeUpdate();
    }
  }
}
