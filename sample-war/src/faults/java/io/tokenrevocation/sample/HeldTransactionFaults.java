package io.tokenrevocation.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@DisplayName("A revocation whose transaction is held open for seconds")
@ExtendWith(ClusterExtension.class)
@Order(3)
class HeldTransactionFaults {

  private static final long HELD_NANOS = TimeUnit.SECONDS.toNanos(5);
  private static final long LOCKED_NANOS = TimeUnit.SECONDS.toNanos(12);
  private static final String APPEND =
      """
      insert into revocation_log (number, kind, issuer, revoked, revoked_at, retain_until)
      values (nextval('revocation_log_number'), 'FAMILY', ?, ?, clock_timestamp(),
        clock_timestamp() + interval '2 hours')
      """;

  @Test
  void isNotMissedAndDelaysNoLaterOne(Cluster cluster) throws Exception {
    var held = cluster.session();
    var later = 0;
    try (var connection = cluster.database().connect()) {
      connection.setAutoCommit(false);
      append(connection, held);
      var start = System.nanoTime();
      while (System.nanoTime() - start < HELD_NANOS) {
        revokeAtOneAndSeeAtAll(cluster, later++);
      }
      assertThat(cluster.nodes()).allMatch(held::isAcceptedBy); // it has not happened yet
      connection.commit();
    }
    for (var node : cluster.nodes()) {
      Finding.print(
          "held open while %d more were revoked: node %s refuses %d ms after the commit",
          later, node, Finding.millisUntil(() -> held.isRefusedBy(node)));
    }
  }

  /** Each node wants to write its own every ten seconds. */
  @Test
  void isKnownEverywhereWhileTheNodesRowsAreLocked(Cluster cluster) throws Exception {
    var revoked = 0;
    var slowest = 0L;
    try (var connection = cluster.database().connect();
        var statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      assertThat(statement.executeUpdate("update revocation_node set name = name"))
          .isGreaterThanOrEqualTo(cluster.nodes().size());
      var start = System.nanoTime();
      while (System.nanoTime() - start < LOCKED_NANOS) {
        slowest = Math.max(slowest, revokeAtOneAndSeeAtAll(cluster, revoked++));
      }
      connection.rollback();
    }
    Finding.print(
        "rows of nodes locked while %d were revoked: refused everywhere after at most %d ms",
        revoked, slowest);
    assertThat(slowest).isLessThan(5_000);
  }

  private static void append(Connection connection, SeededSession session) throws SQLException {
    var claims = Tokens.claims(session.accessToken());
    try (var insert = connection.prepareStatement(APPEND)) {
      insert.setString(1, claims.getString("iss"));
      insert.setString(2, claims.getString("origin_jti"));
      assertThat(insert.executeUpdate()).isEqualTo(1);
    }
  }

  /** Returns how long it took, in milliseconds. */
  private static long revokeAtOneAndSeeAtAll(Cluster cluster, int round) throws Exception {
    var session = cluster.session();
    var node = cluster.nodes().get(round % cluster.nodes().size());
    assertThat(session.revoke(node).status()).isEqualTo(200);
    var millis = 0L;
    for (var other : cluster.nodes()) {
      millis += Finding.millisUntil(() -> session.isRefusedBy(other));
    }
    return millis;
  }
}
