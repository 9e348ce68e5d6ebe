package io.tokenrevocation.sample;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@DisplayName("A node")
@ExtendWith(ClusterExtension.class)
@Order(5)
class CutOffNodeFaults {

  /** A poll is due every half second. */
  private static final int SOON_MILLIS = 5_000;

  @Test
  void thatIsCutOffFromTheDatabaseRefusesAllBeyondTheBoundAndCatchesUp(Cluster cluster)
      throws Exception {
    var revoked = cluster.session();
    var live = cluster.session();
    cluster.wayOfC().cut();
    try {
      assertThat(revoked.revoke(cluster.a()).status()).isEqualTo(200);
      Finding.print(
          "cut off: node b refuses after %d ms",
          Finding.millisUntil(() -> revoked.isRefusedBy(cluster.b())));
      assertThat(revoked.isAcceptedBy(cluster.c())).as("who cannot know yet").isTrue();
      assertThat(live.revoke(cluster.c()).status()).isEqualTo(500);
      var accepted = Finding.millisUntil(() -> !revoked.isAcceptedBy(cluster.c()));
      Finding.print("cut off: node c accepts for %d ms more, then 503", accepted);
      assertThat(accepted).isLessThan(Cluster.STALE_SECONDS * 1_000 + SOON_MILLIS);
      assertThat(revoked.me(cluster.c()).status()).isEqualTo(503);
      assertThat(live.isAcceptedBy(cluster.b())).as("others are not affected").isTrue();
    } finally {
      cluster.wayOfC().mend();
    }
    Finding.print(
        "cut off: node c is back after %d ms",
        Finding.millisUntil(() -> live.isAcceptedBy(cluster.c())));
    assertThat(revoked.isRefusedBy(cluster.c())).as("before anything is accepted").isTrue();
  }

  @Test
  void whoseConnectionsAreKilledHearsOfRevocationsNevertheless(Cluster cluster) throws Exception {
    for (var round = 0; round < 5; round++) {
      var revoked = cluster.session();
      assertThat(revoked.isAcceptedBy(cluster.c())).isTrue();
      cluster.wayOfC().dropConnections();
      assertThat(revoked.revoke(cluster.a()).status()).isEqualTo(200);
      var waited = Finding.millisUntil(() -> revoked.isRefusedBy(cluster.c()));
      Finding.print("connections killed: node c refuses after %d ms", waited);
      assertThat(waited).isLessThan(SOON_MILLIS);
    }
  }
}
