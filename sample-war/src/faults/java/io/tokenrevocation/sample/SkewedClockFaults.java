package io.tokenrevocation.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("A node whose clock is")
@ExtendWith(ClusterExtension.class)
@Order(8) // the last: the clocks stay as they are
class SkewedClockFaults {

  private static final Path FAKE_TIME =
      Path.of(
          "/usr/lib",
          System.getProperty("os.arch").replace("amd64", "x86_64") + "-linux-gnu",
          "faketime/libfaketimeMT.so.1");
  private static final Pattern LOGGED_AT = Pattern.compile("timeMillis: (\\d+)");

  /** Of which node. The third, node a, has the right time. */
  enum Clock {
    FIVE_MINUTES_AHEAD(1, Duration.ofMinutes(5)),
    FIVE_MINUTES_BEHIND(2, Duration.ofMinutes(-5));

    private final int node;
    private final Duration offset;

    Clock(int node, Duration offset) {
      this.node = node;
      this.offset = offset;
    }

    Node node(Cluster cluster) {
      return cluster.nodes().get(node);
    }
  }

  @BeforeAll
  static void setTheClocks(Cluster cluster) throws Exception {
    assertThat(FAKE_TIME).as("it is Debian's: apt-get install libfaketime").exists();
    for (var clock : Clock.values()) {
      clock.node(cluster).killAndWait();
      clock.node(cluster).launch(environment(clock.offset));
    }
    for (var clock : Clock.values()) {
      clock.node(cluster).awaitServing();
    }
  }

  /**
   * Waits are not changed: with its "fix" they would end at once, and the JVM would spin. Clocks
   * may differ by the leeway: a node that is further behind takes a new token for one of the
   * future.
   */
  private static Map<String, String> environment(Duration offset) {
    return Map.of(
        "LD_PRELOAD",
        FAKE_TIME.toString(),
        "FAKETIME",
        (offset.isNegative() ? "" : "+") + offset.toSeconds(),
        "FAKETIME_DONT_FAKE_MONOTONIC",
        "1",
        "FAKETIME_FORCE_MONOTONIC_FIX",
        "0",
        "REVOCATION_LEEWAY",
        offset.abs().toString());
  }

  @ParameterizedTest
  @EnumSource
  void revokesAndRefusesAsTheOthersDo(Clock clock, Cluster cluster) throws Exception {
    var skewed = clock.node(cluster);
    assertThat(started(skewed) - InstantSource.system().millis())
        .as("the clock is off")
        .isCloseTo(clock.offset.toMillis(), within(Duration.ofMinutes(3).toMillis()));
    var before = cluster.sessions(3);
    var nodes = cluster.nodes();
    assertThat(before).allMatch(session -> nodes.stream().allMatch(session::isAcceptedBy));
    assertThat(before.get(0).revoke(skewed).status()).isEqualTo(200);
    assertThat(before.get(1).revoke(cluster.a()).status()).isEqualTo(200);
    assertThat(before.get(2).signOutEverywhere(skewed).status()).isEqualTo(200);
    for (var node : nodes) {
      for (var session : before) {
        Finding.print(
            "%s: node %s refuses after %d ms",
            clock, node, Finding.millisUntil(() -> session.isRefusedBy(node)));
      }
    }
    var after = cluster.sessions(6); // some of them for the user who has signed out
    assertThat(after).allMatch(session -> nodes.stream().allMatch(session::isAcceptedBy));
  }

  /** By its own clock, as the last line of its log has it. */
  private static long started(Node node) throws Exception {
    var log = Files.readString(node.directory().resolve("server.log"));
    return LOGGED_AT
        .matcher(log)
        .results()
        .mapToLong(line -> Long.parseLong(line.group(1)))
        .reduce((earlier, later) -> later)
        .orElseThrow();
  }
}
