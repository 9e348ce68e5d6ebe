package io.tokenrevocation.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

@DisplayName("From the 200 of a revoke at node a to the first refusal at b and c")
@ExtendWith(FiguresExtension.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Order(1)
class PropagationFigures {

  private static final int WARM_UP = 2_000;
  private static final int REVOKES = 500;
  private static final int APART_MILLIS = 200;
  private static final double[] PERCENTS = {1, 10, 25, 50, 75, 90, 95, 99, 100};
  private static final int OUTAGE_SECONDS = 20;

  private static Cluster cluster;

  private final Random random = new Random(11);

  /**
   * What is found before PostgreSQL's own function goes on to it, until it is replaced: the nodes
   * notify, and nobody hears of it, as behind a pooler that gives connections to transactions.
   */
  @BeforeAll
  static void start() throws Exception {
    cluster = Cluster.start(Map.of("search_path", "public,pg_catalog"), "-XX:TieredStopAtLevel=4");
    cluster.database().execute(notify("select pg_catalog.pg_notify($1, $2)"));
  }

  private static String notify(String body) {
    return "create or replace function public.pg_notify(text, text) returns void language sql as '"
        + body
        + "'";
  }

  @AfterAll
  static void stop() throws Exception {
    cluster.close();
  }

  @Test
  @Order(1)
  void withPushAndWithout(FigureTable table) throws Exception {
    revoke(WARM_UP, APART_MILLIS / 10); // as compilers take most of the processors before
    var pushed = revoke(REVOKES, APART_MILLIS);
    print(table, pushed, "with push", "p99 at most 100 ms");
    assertThat(pushed.millis(50)).as("pushed, not polled").isLessThan(200);

    cluster.database().execute(notify("select null::void"));
    var polled = revoke(REVOKES, APART_MILLIS);
    cluster.database().execute(notify("select pg_catalog.pg_notify($1, $2)"));
    print(table, polled, "without push", "at most 700 ms: the interval, 500, and 200");
    assertThat(polled.millis(50)).as("polled, not pushed").isGreaterThan(100);
    table.plot(
        "ms from the 200 to the first refusal: with push, and without",
        "[p1, p10, p25, p50, p75, p90, p95, p99, max]",
        "\"ms\" 0 --> 700",
        pushed.millis(PERCENTS),
        polled.millis(PERCENTS));
  }

  private static void print(FigureTable table, Durations waited, String how, String target) {
    table.add(
        "refused elsewhere, " + how,
        target,
        "p50 %.0f ms, p99 %.0f ms, slowest %.0f ms, of %,d",
        waited.millis(50),
        waited.millis(99),
        waited.millis(100),
        waited.count());
  }

  /** At random moments, half of that apart on average. */
  private Durations revoke(int count, int apartMillis) throws Exception {
    var sessions = cluster.sessions(count);
    for (var node : List.of(cluster.b(), cluster.c())) {
      assertThat(Clients.those(sessions, session -> !session.isAcceptedBy(node))).isEmpty();
    }
    var atB = new Watch(cluster.b());
    var atC = new Watch(cluster.c());
    for (var session : sessions) {
      TimeUnit.MILLISECONDS.sleep(random.nextInt(apartMillis));
      assertThat(session.revokeOverOAuth(cluster.a()).status()).isEqualTo(200);
      var acknowledged = System.nanoTime();
      atB.add(session, acknowledged);
      atC.add(session, acknowledged);
    }
    return atB.end().and(atC.end());
  }

  /** What /revocation/status says every half second, five seconds before and fifteen after. */
  @Test
  @Order(2)
  void stalenessInAnOutage(FigureTable table) throws Exception {
    var staleness = new ArrayList<Long>();
    var answers = new ArrayList<Integer>();
    var start = System.nanoTime();
    var end = 5 + OUTAGE_SECONDS + 15;
    for (var half = 0; half < end * 2; half++) {
      TimeUnit.NANOSECONDS.sleep(start + half * 500_000_000L - System.nanoTime());
      if (half == 10) {
        cluster.database().stop();
      } else if (half == (5 + OUTAGE_SECONDS) * 2) {
        cluster.database().startAgain();
      }
      var status = cluster.a().sample().get("revocation/status");
      staleness.add(Tokens.json(status.body()).getJsonNumber("stalenessMillis").longValue());
      answers.add(status.status());
    }
    table.add(
        "staleness of a node, PostgreSQL stopped for " + OUTAGE_SECONDS + " s",
        "503 beyond 15 s, by itself fresh again",
        "503 from %.1f s after the stop on, to %.1f s after the start; stalest %.1f s",
        answers.indexOf(503) / 2.0 - 5,
        answers.lastIndexOf(503) / 2.0 - 5 - OUTAGE_SECONDS,
        staleness.stream().mapToLong(each -> each).max().orElseThrow() / 1e3);
    assertThat(answers.get(answers.size() - 1)).isEqualTo(200);
    assertThat(Duration.ofMillis(staleness.get(staleness.size() - 1)))
        .isLessThan(Duration.ofSeconds(2));
    table.plot(
        "Staleness of a node, PostgreSQL stopped from second 5 to 25",
        "\"seconds\" 0 --> " + end,
        "\"ms\" 0 --> 25000",
        staleness);
  }
}
