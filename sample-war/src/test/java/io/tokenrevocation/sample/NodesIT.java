package io.tokenrevocation.sample;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.h2.tools.Server;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two nodes on one database. */
@DisplayName("GET /revocation/nodes")
class NodesIT {

  @TempDir private static Path directory;

  private static Server database;
  private static String url;
  private static VariantServer server;
  private static ActivityApi api;

  @BeforeAll
  static void deploy() throws IOException, InterruptedException, SQLException {
    var port = RunCommand.freePort();
    database = Server.createTcpServer("-tcpPort", Integer.toString(port), "-ifNotExists").start();
    url =
        "jdbc:h2:tcp://localhost:" + port + "/" + directory.resolve("authority") + ";WRITE_DELAY=0";
    var fast = WebXml.with(WebXml.parameter("revocation.poll-interval", "PT1S"));
    server =
        VariantServer.in(Path.of(System.getProperty("it.data"), "nodes"))
            .withDatabase(url)
            .add("one", fast)
            .add("other", fast)
            .start();
    server.started("other");
    api = new ActivityApi(server.started("one").signIn("carol"));
  }

  @AfterAll
  static void stop() {
    server.close();
    database.stop();
  }

  private static List<JsonObject> nodes() {
    return Tokens.json(api.get("revocation/nodes").body())
        .getJsonArray("nodes")
        .getValuesAs(JsonObject.class);
  }

  private static boolean twoWithARevocation() {
    return nodes().size() == 2
        && nodes().stream().allMatch(node -> node.getInt("liveRevocations") > 0)
        && nodes().stream().allMatch(node -> !JsonValue.NULL.equals(node.get("enforcedMillis")));
  }

  @Test
  void tellsOfEachHowItIs() throws InterruptedException {
    assertThat(RunCommand.within(30, () -> nodes().size() == 2)).isTrue();
    server.sample("one").signIn("alice").revoke();
    assertThat(RunCommand.within(40, NodesIT::twoWithARevocation)).isTrue();
    for (var node : nodes()) {
      assertThat(node.getString("id")).isNotBlank();
      assertThat(node.getString("name")).isNotBlank();
      assertThat(node.getJsonNumber("silentMillis").longValue()).isBetween(0L, 30_000L);
      assertThat(node.getBoolean("ready")).isTrue();
      assertThat(node.getJsonNumber("stalenessMillis").longValue()).isBetween(0L, 10_000L);
      assertThat(node.getJsonNumber("indexBytes").longValue()).isPositive();
      var enforced = node.getJsonObject("enforcedMillis");
      assertThat(enforced.getJsonNumber("p50").longValue())
          .isNotNegative()
          .isLessThanOrEqualTo(enforced.getJsonNumber("p99").longValue());
      var seen = Instant.parse(node.getString("seenAt"));
      assertThat(seen)
          .isBetween(Instant.now().minus(Duration.ofSeconds(30)), Instant.now().plusSeconds(10))
          .isAfter(Instant.parse(node.getString("startedAt")));
    }
    assertThat(nodes()).extracting(node -> node.getString("id")).doesNotHaveDuplicates();
  }

  @Test
  void forgetsOneThatHasSaidNothingForADay() throws Exception {
    try (var connection = DriverManager.getConnection(url, "sample", "sample");
        var statement = connection.createStatement()) {
      statement.execute(
          "insert into revocation_node select random_uuid(), 'gone', started_at,"
              + " dateadd(hour, -25, seen_at), ready, 0, 0, 0, null, null from revocation_node"
              + " fetch first row only");
    }
    assertThat(
            RunCommand.within(
                30,
                () -> nodes().stream().noneMatch(node -> node.getString("name").equals("gone"))))
        .isTrue();
  }

  @Test
  void saysThatNothingWasRemovedYet() {
    assertThat(Tokens.json(api.get("revocation/nodes").body()).get("lastPurge"))
        .isEqualTo(JsonValue.NULL);
  }

  @Test
  void refusesWhoeverMayNotSeeIt() {
    assertThat(server.sample("one").get("revocation/nodes").status()).isEqualTo(401);
    var alice = new ActivityApi(server.sample("one").signIn("alice"));
    RevocationsApi.assertProblem(alice.get("revocation/nodes"), 403, "forbidden");
  }
}
