package io.tokenrevocation.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@DisplayName("Nodes whose PostgreSQL")
@ExtendWith(ClusterExtension.class)
@Order(4)
class DatabaseOutageFaults {

  private static final Duration OUTAGE = Duration.ofSeconds(30);

  @Test
  void isStoppedGoOnFromMemoryThenRefuseAndRecover(Cluster cluster) throws Exception {
    var revoked = cluster.session();
    var live = cluster.session();
    var running = List.of(cluster.a(), cluster.b());
    revoked.revoke(cluster.a());
    Finding.millisUntil(() -> revoked.isRefusedBy(cluster.b()));
    cluster.c().killAndWait();
    cluster.database().stop();
    var stopped = System.nanoTime();
    cluster.c().launch(Map.of());

    for (var node : running) {
      assertThat(live.me(node).status()).as("from memory").isEqualTo(200);
      assertThat(revoked.isRefusedBy(node)).isTrue();
      assertIsNotRevoked(live, node);
    }
    for (var node : running) {
      Finding.millisUntil(() -> live.me(node).status() == 503);
      Finding.print("node %s answers 503 %d ms after the stop", node, millisSince(stopped));
      assertThat(live.me(node).header("Retry-After")).isNotEmpty();
      assertThat(revoked.isRefusedBy(node)).as("still known").isTrue();
    }
    cluster.c().awaitReady();
    Finding.millisUntil(() -> millisSince(stopped) >= OUTAGE.toMillis());
    assertThat(live.me(cluster.c()).status()).as("started without a database").isEqualTo(503);

    cluster.database().startAgain();
    for (var node : cluster.nodes()) {
      Finding.print(
          "node %s answers 200 again after %d ms",
          node, Finding.millisUntil(() -> live.isAcceptedBy(node)));
      assertThat(revoked.isRefusedBy(node)).isTrue();
    }
    assertIsRevocable(live, cluster);
  }

  @Test
  void isFrozenGoOnFromMemoryThenRefuseAndRecover(Cluster cluster) throws Exception {
    var revoked = cluster.session();
    var live = cluster.session();
    revoked.revoke(cluster.a());
    Finding.millisUntil(() -> revoked.isRefusedBy(cluster.b()));
    cluster.database().freeze();
    var frozen = System.nanoTime();
    try {
      assertThat(live.isAcceptedBy(cluster.b())).as("from memory").isTrue();
      Finding.millisUntil(() -> live.me(cluster.b()).status() == 503);
      Finding.print("frozen: node b answers 503 after %d ms", millisSince(frozen));
      assertThat(revoked.isRefusedBy(cluster.b())).as("still known").isTrue();
      Finding.millisUntil(() -> millisSince(frozen) >= OUTAGE.toMillis());
    } finally {
      cluster.database().thaw();
    }
    for (var node : cluster.nodes()) {
      Finding.print(
          "thawed: node %s answers 200 again after %d ms",
          node, Finding.millisUntil(() -> live.isAcceptedBy(node)));
    }
    assertIsRevocable(live, cluster);
  }

  /** On neither surface. */
  private static void assertIsNotRevoked(SeededSession session, Node node) {
    var asked = System.nanoTime();
    var cognito = session.revoke(node);
    assertThat(cognito.status()).isEqualTo(500);
    assertThat(cognito.body()).contains("InternalErrorException");
    var oauth = session.revokeOverOAuth(node);
    assertThat(oauth.status()).isEqualTo(503);
    assertThat(oauth.header("Retry-After")).isNotEmpty();
    Finding.print("node %s answers two revokes in %d ms", node, millisSince(asked));
    assertThat(session.isAcceptedBy(node)).as("nothing half done").isTrue();
  }

  /** Whatever was tried before has left it whole. */
  private static void assertIsRevocable(SeededSession session, Cluster cluster) throws Exception {
    for (var node : cluster.nodes()) {
      assertThat(session.refresh(node).status()).isEqualTo(200);
      assertThat(session.isAcceptedBy(node)).isTrue();
    }
    assertThat(session.revoke(cluster.c()).status()).isEqualTo(200);
    assertThat(session.isRefusedBy(cluster.c())).isTrue();
    for (var node : cluster.nodes()) {
      Finding.millisUntil(() -> session.isRefusedBy(node));
    }
  }

  private static long millisSince(long nanos) {
    return Duration.ofNanos(System.nanoTime() - nanos).toMillis();
  }
}
