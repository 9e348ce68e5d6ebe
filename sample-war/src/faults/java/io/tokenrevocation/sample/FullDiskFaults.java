package io.tokenrevocation.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

@DisplayName("A node whose embedded H2 has no more room on the disk")
@Order(1) // on its own, before there is a cluster
class FullDiskFaults {

  private static final int SESSIONS = 60;
  private static final int ROOM_BYTES = 16 * 1024;

  @Test
  void acknowledgesNoRevocationThatItLoses() throws Exception {
    try (var node = Node.alone(Cluster.newDirectory("full-disk-"))) {
      node.start();
      var sessions =
          IntStream.range(0, SESSIONS).mapToObj(made -> node.sample().signIn("alice")).toList();
      var seeded =
          sessions.stream()
              .map(made -> new SeededSession(made.refreshToken(), made.accessToken()))
              .toList();
      limitFiles(
          node,
          Long.toString(Files.size(node.directory().resolve("authority.mv.db")) + ROOM_BYTES));
      var acknowledged =
          seeded.stream().filter(session -> session.revoke(node).status() == 200).toList();
      var refused = seeded.stream().filter(session -> !acknowledged.contains(session)).toList();
      Finding.print("disk full: %d revoked, %d not", acknowledged.size(), refused.size());
      assertThat(acknowledged).isNotEmpty().allMatch(session -> session.isRefusedBy(node));
      assertThat(refused).isNotEmpty();
      assertThat(refused.get(0).revoke(node).status()).isEqualTo(500);
      assertThat(refused.get(0).revokeOverOAuth(node).status()).isEqualTo(503);

      node.killAndWait();
      node.start();
      var lost = acknowledged.stream().filter(session -> !session.isRefusedBy(node)).toList();
      Finding.print("disk full: %d of %d lost", lost.size(), acknowledged.size());
      assertThat(lost).isEmpty();
      assertThat(refused)
          .allSatisfy(session -> assertThat(session.revoke(node).status()).isEqualTo(200));
      assertThat(refused).allMatch(session -> session.isRefusedBy(node));
    }
  }

  private static void limitFiles(Node node, String bytes) throws IOException, InterruptedException {
    var limit =
        new ProcessBuilder("prlimit", "--pid", Long.toString(node.pid()), "--fsize=" + bytes);
    assertThat(limit.inheritIO().start().waitFor()).isZero();
  }
}
