package io.tokenrevocation.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@DisplayName("A node whose clock")
@ExtendWith(ClusterExtension.class)
@Order(8) // the last: the clock stays as it is
class SkewedClockFaults {

  private static final Path FAKE_TIME =
      Path.of("/usr/lib/x86_64-linux-gnu/faketime/libfaketimeMT.so.1");

  @Test
  void isFiveMinutesAheadRevokesAndRefusesAsTheOthersDo(Cluster cluster) throws Exception {
    restart(cluster.c(), "+5m");
    var before = cluster.sessions(3);
    var nodes = cluster.nodes();
    assertThat(before).allMatch(session -> nodes.stream().allMatch(session::isAcceptedBy));
    assertThat(before.get(0).revoke(cluster.c()).status()).isEqualTo(200);
    assertThat(before.get(1).revoke(cluster.a()).status()).isEqualTo(200);
    assertThat(before.get(2).signOutEverywhere(cluster.c()).status()).isEqualTo(200);
    for (var node : nodes) {
      for (var session : before) {
        Finding.print(
            "ahead: node %s refuses after %d ms",
            node, Finding.millisUntil(() -> session.isRefusedBy(node)));
      }
    }
    var after = cluster.sessions(6); // some of them for the user who has signed out
    assertThat(after).allMatch(session -> nodes.stream().allMatch(session::isAcceptedBy));
  }

  private static void restart(Node node, String offset) throws Exception {
    assertThat(Files.exists(FAKE_TIME))
        .as("%s is needed: apt-get install libfaketime", FAKE_TIME)
        .isTrue();
    node.killAndWait();
    node.launch(
        Map.of(
            "LD_PRELOAD",
            FAKE_TIME.toString(),
            "FAKETIME",
            offset,
            "FAKETIME_DONT_FAKE_MONOTONIC",
            "1"));
    node.awaitServing();
  }
}
