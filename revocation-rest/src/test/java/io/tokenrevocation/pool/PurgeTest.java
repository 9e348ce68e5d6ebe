package io.tokenrevocation.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.tokenrevocation.StoreUnavailableException;
import io.tokenrevocation.jpa.TestDatabase;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PurgeTest {

  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Duration MOMENT = Duration.ofMillis(100);

  private final TestDatabase database = TestDatabase.open();
  private final AtomicLong nanos = new AtomicLong();
  private final Purge purge = new Purge(database.retention(), Duration.ofDays(400), nanos::get);

  @BeforeEach
  void makeTables() {
    database.clients().now();
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void leavesTheStartAlone() throws SQLException {
    insertOver(1);
    purgeAfter(MINUTE.minusNanos(1));
    assertThat(left()).isEqualTo(1);
    purgeAfter(Duration.ofNanos(1));
    assertThat(left()).isZero();
  }

  @Test
  void goesOnBatchByBatchUntilAllIsGone() throws SQLException {
    insertOver(2 * Purge.BATCH + 1);
    purgeAfter(MINUTE);
    assertThat(left()).isEqualTo(Purge.BATCH + 1);
    purgeAfter(MOMENT.minusNanos(1));
    assertThat(left()).as("not without a pause").isEqualTo(Purge.BATCH + 1);
    purgeAfter(Duration.ofNanos(1));
    purgeAfter(MOMENT);
    assertThat(left()).isZero();
  }

  @Test
  void restsAMinuteWhenAllIsGone() throws SQLException {
    purgeAfter(MINUTE);
    insertOver(1);
    purgeAfter(MOMENT);
    assertThat(left()).isEqualTo(1);
    purgeAfter(MINUTE);
    assertThat(left()).isZero();
  }

  @Test
  void hindersNobodyWhenTheDatabaseIsDown() {
    var down = new Purge(new Down(), Duration.ofDays(400), nanos::get);
    nanos.addAndGet(MINUTE.toNanos());
    assertThatCode(down::run).doesNotThrowAnyException();
  }

  private void purgeAfter(Duration time) {
    nanos.addAndGet(time.toNanos());
    purge.run();
  }

  private void insertOver(int rows) throws SQLException {
    database.execute(
        "insert into revocation_log (number, kind, issuer, revoked, revoked_at, retain_until)"
            + " select x, 'TOKEN', 'issuer', 'revoked-' || x, current_timestamp,"
            + " dateadd(day, -1, current_timestamp) from system_range(1, "
            + rows
            + ")");
  }

  private int left() throws SQLException {
    return Integer.parseInt(database.column("select count(*) from revocation_log").get(0));
  }

  private static final class Down implements RetentionStore {

    @Override
    public int removeRevocations(int most) {
      throw new StoreUnavailableException("down", new SQLException());
    }

    @Override
    public int removeFamilies(Duration after, int most) {
      throw new StoreUnavailableException("down", new SQLException());
    }

    @Override
    public int removeAuditEntries(Duration after, int most) {
      throw new StoreUnavailableException("down", new SQLException());
    }

    @Override
    public void removed(long revocations, long families) {
      throw new StoreUnavailableException("down", new SQLException());
    }
  }
}
