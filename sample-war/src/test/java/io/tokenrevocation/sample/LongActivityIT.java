package io.tokenrevocation.sample;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonNumber;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("GET /revocation/activity, of 50,000 entries, and without its database")
class LongActivityIT {

  private static final int SEEDED = 50_000;

  private static final String SEED =
      "insert into revocation_audit (done_at, action, outcome, done_by, pool_id, scope, revoked)"
          + " select dateadd(second, x / 10, timestamp with time zone '2020-01-01 00:00:00+00'),"
          + " 'revoke', 'done', 'seed', 'us-east-1_Sample001', 'token', 'seed-' || x"
          + " from system_range(1, "
          + SEEDED
          + ") where not exists (select 1 from revocation_audit where done_by = 'seed')";

  @TempDir private static Path directory;

  private static ActivityServer server;
  private static ActivityApi api;

  @BeforeAll
  static void deploy() throws IOException, InterruptedException, SQLException {
    server = ActivityServer.start("long-activity", directory);
    api = server.api();
  }

  @AfterAll
  static void stop() throws IOException {
    server.close();
  }

  @Test
  void findsEachOnceOnItsWayThroughThePages() throws SQLException {
    seed();
    var all = api.all("by", "seed");
    assertThat(all).hasSize(SEEDED);
    var numbers = all.stream().map(entry -> entry.getJsonNumber("number").longValue()).toList();
    assertThat(numbers).doesNotHaveDuplicates().isSortedAccordingTo((a, b) -> b.compareTo(a));
    assertThat(all.get(0).getString("value")).isEqualTo("seed-" + SEEDED);
    assertThat(all.get(SEEDED - 1).getString("value")).isEqualTo("seed-1");
  }

  @Test
  void exportsThemOldestFirst() throws SQLException {
    seed();
    var answer = api.get(ActivityApi.PATH + "/export", "by", "seed");
    assertThat(answer.header("Content-Type")).startsWith("application/x-ndjson");
    assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    var lines = answer.body().lines().toList();
    assertThat(lines).hasSize(SEEDED);
    assertThat(Tokens.json(lines.get(0)).getString("value")).isEqualTo("seed-1");
    assertThat(Tokens.json(lines.get(SEEDED - 1)).getString("value")).isEqualTo("seed-" + SEEDED);
  }

  @Test
  void countsThemForAPlot() throws SQLException {
    seed();
    var counted =
        Tokens.json(
            api.get(
                    ActivityApi.PATH + "/counts",
                    "by",
                    "seed",
                    "from",
                    "2020-01-01T00:00:00Z",
                    "to",
                    "2020-01-01T01:40:00Z",
                    "buckets",
                    "10")
                .body());
    var counts = new ArrayList<Integer>();
    counted
        .getJsonArray("counts")
        .getValuesAs(JsonNumber.class)
        .forEach(n -> counts.add(n.intValue()));
    assertThat(counts)
        .containsExactly(5_999, 6_000, 6_000, 6_000, 6_000, 6_000, 6_000, 6_000, 2_001, 0);
  }

  /** Once; entries of 2020 are kept, as the retention is set here. */
  private static void seed() throws SQLException {
    server.execute(SEED);
  }

  @Test
  void saysThatItIsNotKnownWhileTheDatabaseIsDown() throws Exception {
    server.takeDatabaseAway();
    try {
      for (var path :
          List.of(
              ActivityApi.PATH,
              ActivityApi.PATH + "/counts",
              ActivityApi.PATH + "/export",
              "revocation/nodes")) {
        var answer = api.get(path);
        RevocationsApi.assertProblem(answer, 503, "unavailable");
        assertThat(answer.header("Retry-After")).isNotEmpty();
      }
    } finally {
      server.bringDatabaseBack();
    }
    assertThat(RunCommand.within(60, () -> api.get(ActivityApi.PATH).status() == 200)).isTrue();
  }
}
