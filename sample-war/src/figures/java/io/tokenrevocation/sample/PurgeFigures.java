package io.tokenrevocation.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** As many live revocations are there, too. */
@DisplayName("Revokes while what is over is removed, against revokes otherwise")
@ExtendWith(FiguresExtension.class)
@Order(5)
class PurgeFigures {

  private static final int WARM_UP = 1_000;
  private static final int IDLE = 2_000;
  private static final int AT_ONCE = 500;
  private static final int AT_MOST = 20_000;
  private static final long PATIENCE_SECONDS = 120;
  private static final Duration PACE = Duration.ofMillis(10);
  private static final int ROWS = StartUpFigures.ROWS;
  private static final String OVER =
      "select count(*) from (select from revocation_log where retain_until < now() limit %d) as"
          + " over";

  @Test
  void goOn(FigureTable table, LoneAuthority authority) throws Exception {
    var node = authority.start();
    var database = authority.database();
    var tokens =
        authority.seed().write(database, WARM_UP + IDLE + AT_MOST, Duration.ofHours(1)).iterator();
    revoke(node, tokens, WARM_UP);
    var idle = revoke(node, tokens, IDLE);

    StartUpFigures.seed(database, ROWS, "-1 minute");
    assertThat(RunCommand.within(PATIENCE_SECONDS, () -> !isThere(database, ROWS)))
        .as("the node begins to purge")
        .isTrue();
    var start = System.nanoTime();
    var purging = new ArrayList<Long>();
    while (isThere(database, 1) && tokens.hasNext()) {
      purging.addAll(revoke(node, tokens, AT_ONCE).nanos());
    }
    var seconds = (System.nanoTime() - start) / 1e9;
    var during = Durations.of(purging);
    table.add(
        String.format(Locale.ROOT, "revokes while %,d rows are purged, against idle", ROWS),
        "p99 at most 3 times",
        "%.1f times: p99 %.1f ms of %,d against %.1f of %,d; p50 %.1f against %.1f; purged in %.0f"
            + " s",
        during.millis(99) / idle.millis(99),
        during.millis(99),
        during.count(),
        idle.millis(99),
        idle.count(),
        during.millis(50),
        idle.millis(50),
        seconds);
    assertThat(isThere(database, 1)).as("all of it is removed meanwhile").isFalse();
  }

  /** Tells whether so many rows are over. */
  private static boolean isThere(Database database, int rows) {
    try {
      return database.column(OVER.formatted(rows)).get(0).equals(Integer.toString(rows));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A hundred a second, one after the other. */
  private static Durations revoke(Node node, Iterator<String> tokens, int count)
      throws InterruptedException {
    var waited = new ArrayList<Long>();
    for (var sent = 0; sent < count; sent++) {
      var start = System.nanoTime();
      assertThat(SeededSession.revokeOverOAuth(node, tokens.next()).status()).isEqualTo(200);
      var nanos = System.nanoTime() - start;
      waited.add(nanos);
      TimeUnit.NANOSECONDS.sleep(PACE.toNanos() - nanos);
    }
    return Durations.of(waited);
  }
}
