package io.tokenrevocation.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@DisplayName("A node that is killed while it revokes for eight clients")
@ExtendWith(ClusterExtension.class)
@Order(3)
class KilledNodeFaults {

  private static final int REVOKES = Integer.getInteger("faults.revokes");

  @Test
  void hasLostNothingThatItAcknowledged(Cluster cluster) throws Exception {
    var sessions = cluster.sessions(REVOKES);
    var live = cluster.sessions(30);
    for (var node : List.of(cluster.b(), cluster.c())) {
      assertThat(Clients.those(sessions, session -> !session.isAcceptedBy(node))).isEmpty();
    }

    var acknowledged = revokeAndKillA(cluster, sessions);
    var unknown = new ArrayList<>(sessions);
    unknown.removeAll(acknowledged);
    for (var node : List.of(cluster.b(), cluster.c())) {
      var last = acknowledged.get(acknowledged.size() - 1);
      Finding.print(
          "node %s, not killed, refuses the last one after %d ms",
          node, Finding.millisUntil(() -> last.isRefusedBy(node)));
      assertNoneIsLost(node, acknowledged);
    }
    cluster.a().start();
    assertNoneIsLost(cluster.a(), acknowledged);
    for (var node : cluster.nodes()) {
      assertThat(Clients.those(live, session -> !session.isAcceptedBy(node))).isEmpty();
    }
    var refreshed =
        Clients.those(acknowledged, session -> session.refresh(cluster.a()).status() == 200);
    Finding.print("refreshed: %d; not acknowledged: %d", refreshed.size(), unknown.size());
    assertThat(refreshed).isEmpty();
    assertThat(unknown).allSatisfy(session -> assertWholeOrNothing(cluster, session));
  }

  private static void assertNoneIsLost(Node node, List<SeededSession> acknowledged) {
    var lost = Clients.those(acknowledged, session -> !session.isRefusedBy(node));
    Finding.print("node %s: %d lost of %d", node, lost.size(), acknowledged.size());
    assertThat(lost).isEmpty();
  }

  /** In the middle of it; the clients go on with another node, and try nothing again. */
  private static List<SeededSession> revokeAndKillA(Cluster cluster, List<SeededSession> sessions) {
    var sent = new AtomicInteger();
    var killed = new AtomicBoolean();
    return Clients.those(
        sessions,
        session -> {
          if (sent.incrementAndGet() == REVOKES / 2) {
            cluster.a().kill();
            killed.set(true);
          }
          return isAcknowledged(session, killed.get() ? cluster.b() : cluster.a());
        });
  }

  private static boolean isAcknowledged(SeededSession session, Node node) {
    try {
      return session.revoke(node).status() == 200;
    } catch (UncheckedIOException killed) {
      return false;
    }
  }

  /** Whether it was revoked nobody knows, but all nodes agree, also about its refresh token. */
  private static void assertWholeOrNothing(Cluster cluster, SeededSession session) {
    var works = session.refresh(cluster.b()).status() == 200;
    for (var node : cluster.nodes()) {
      assertThat(session.isRefusedBy(node)).as("by node %s", node).isNotEqualTo(works);
    }
  }
}
