package io.tokenrevocation.sample;

import static io.tokenrevocation.sample.WebXml.parameter;
import static io.tokenrevocation.sample.WebXml.with;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.h2.tools.Server;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The sample while its database is down")
class DatabaseDownIT {

  @TempDir private static Path directory;

  private int databasePort;
  private @Nullable Server database;

  @Test
  @Contract("1.4 internal")
  void failsClosedAndRecoversByItself() throws Exception {
    databasePort = RunCommand.freePort();
    try (var server = startServer()) {
      var sample = server.sample("elsewhere");
      assertThat(sample.get("api/me").status()).isEqualTo(401);
      assertThat(sample.signInStatus()).as("started without a database").isEqualTo(500);
      assertThat(keySetStatus(sample)).isEqualTo(500);
      var early = sample.get("api/me", "Authorization", "Bearer some.access.token");
      assertThat(early.status()).as("nobody can tell yet").isEqualTo(503);
      assertThat(sample.get("revocation/status").body())
          .startsWith("{\"ready\":false,\"stalenessMillis\":null,\"liveRevocations\":0,")
          .contains("\"unavailable\":1");

      startDatabase();
      assertThat(RunCommand.within(60, () -> sample.signInStatus() == 200)).isTrue();
      assertThat(RunCommand.within(60, () -> sample.get("revocation/status").status() == 200))
          .isTrue();
      var revoked = sample.signIn("alice");
      var live = sample.signIn("alice");
      revoked.revoke();
      assertThat(live.me().status()).isEqualTo(200);

      stopDatabase();
      var unrevoked = revokeOverOAuth(live);
      assertThat(unrevoked.status()).isEqualTo(503);
      assertThat(unrevoked.header("Retry-After")).isNotEmpty();
      for (var answer : askedOverOAuth(live)) {
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.header("Retry-After")).isNotEmpty();
        assertThat(OAuth.error(answer)).isEqualTo("temporarily_unavailable");
      }
      assertThat(revoked.me().challenge()).isEqualTo(Answer.REVOKED);
      assertThat(RunCommand.within(60, () -> live.me().status() == 503))
          .as("beyond revocation.max-staleness")
          .isTrue();
      assertThat(live.me().header("Retry-After")).isNotEmpty();
      assertThat(headOfMe(live)).as("one of revocation.allow-stale").isEqualTo(200);
      assertThat(headOfMe(revoked)).isEqualTo(401);
      assertThat(sample.get("revocation/status").status()).isEqualTo(503);
      assertThat(revoked.me().challenge()).as("known to be revoked").isEqualTo(Answer.REVOKED);

      startDatabase();
      assertThat(RunCommand.within(60, () -> live.me().status() == 200)).isTrue();
      assertThat(RunCommand.within(60, () -> revokeOverOAuth(live).status() == 200)).isTrue();
      assertThat(live.me().challenge()).isEqualTo(Answer.REVOKED);
    }
  }

  private static int headOfMe(Session session) {
    return session
        .sample()
        .send("HEAD", "api/me", "Authorization", "Bearer " + session.accessToken())
        .status();
  }

  @Test
  @Tag("microprofile-health")
  void isReadyWhileItIsThere() throws Exception {
    databasePort = RunCommand.freePort();
    try (var server = startServer()) {
      assertThat(readiness(server).status()).isEqualTo(503);
      assertThat(liveness(server).status()).as("no restart would help").isEqualTo(200);
      assertThat(liveness(server).body()).contains("\"token-revocation\"");
      startDatabase();
      assertThat(RunCommand.within(60, () -> readiness(server).status() == 200)).isTrue();
      assertThat(readiness(server).body())
          .contains("\"token-revocation\"")
          .containsPattern("\"live-revocations\":\"?0")
          .contains("\"staleness-ms\":");
      stopDatabase();
      assertThat(RunCommand.within(60, () -> readiness(server).status() == 503)).isTrue();
    }
  }

  /** Of the whole server. */
  private static Answer readiness(VariantServer server) {
    return server.sample("health").get("ready");
  }

  private static Answer liveness(VariantServer server) {
    return server.sample("health").get("live");
  }

  private VariantServer startServer() throws Exception {
    var file = directory.resolve("authority");
    return VariantServer.in(Path.of(System.getProperty("it.data"), "database-down"))
        .withDatabase("jdbc:h2:tcp://localhost:" + databasePort + "/" + file + ";WRITE_DELAY=0")
        .add(
            "elsewhere",
            with(
                parameter("revocation.max-staleness", "PT3S"),
                parameter("revocation.allow-stale", "HEAD /api/*")))
        .start();
  }

  @AfterEach
  void stopDatabase() {
    if (database != null) {
      database.stop();
    }
  }

  private void startDatabase() throws SQLException {
    database =
        Server.createTcpServer("-tcpPort", Integer.toString(databasePort), "-ifNotExists").start();
  }

  private static int keySetStatus(Sample sample) {
    return sample.get("cognito-idp/us-east-1_Sample001/.well-known/jwks.json").status();
  }

  private static Answer revokeOverOAuth(Session session) {
    var form = "client_id=sampleweb&token=" + session.refreshToken();
    return new OAuth(session.sample()).post("revoke", form);
  }

  private static List<Answer> askedOverOAuth(Session session) {
    var oauth = new OAuth(session.sample());
    var refresh =
        "grant_type=refresh_token&client_id=sampleweb&refresh_token=" + session.refreshToken();
    return List.of(
        oauth.post("token", refresh),
        oauth.postAs(TestClient.CONFIDENTIAL, "introspect", "token=" + session.accessToken()),
        oauth.userInfo(session.accessToken()));
  }
}
