package io.tokenrevocation.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@DisplayName("A node whose connections all wait for slow statements")
@ExtendWith(ClusterExtension.class)
@Order(6)
class ExhaustedPoolFaults {

  /** More than the 32 connections of the pool. */
  private static final int WAITING = 40;

  private static final Duration SLOW = Duration.ofSeconds(30);

  @Test
  void answersRequestsAsEver(Cluster cluster) throws Exception {
    var live = cluster.session();
    var waiting = cluster.sessions(WAITING);
    var release = new AtomicBoolean();
    var revoked = new AtomicInteger();
    var refreshed = new AtomicInteger();
    var clients = Executors.newFixedThreadPool(WAITING);
    Map<Integer, Integer> statuses;
    try (var connection = cluster.database().connect();
        var statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute("lock table revocation_family in access exclusive mode");
      for (var session : waiting) {
        // Revokes share transactions: refreshes are what each takes a connection for.
        var revokes = waiting.indexOf(session) % 2 == 0;
        clients.execute(
            () -> {
              while (!release.get()) {
                var unused = revokes ? session.revoke(cluster.a()) : session.refresh(cluster.a());
                (revokes ? revoked : refreshed).incrementAndGet();
              }
            });
      }
      statuses = ask(cluster.a(), live);
      release.set(true);
    } finally {
      clients.shutdown();
    }
    Finding.print(
        "pool exhausted: answers %s, %d revokes and %d refreshes gave up",
        statuses, revoked.get(), refreshed.get());
    assertThat(statuses).containsOnlyKeys(200);
    assertThat(revoked).as("that nothing was free for").hasPositiveValue();
    assertThat(refreshed).as("that nothing was free for").hasPositiveValue();
    Finding.print(
        "pool exhausted: revokes again after %d ms",
        Finding.millisUntil(() -> live.revoke(cluster.a()).status() == 200));
    assertThat(live.isRefusedBy(cluster.a())).isTrue();
  }

  /** Returns how often each status was answered. */
  private static Map<Integer, Integer> ask(Node node, SeededSession live) {
    var statuses = new TreeMap<Integer, Integer>();
    List<Long> millis = new ArrayList<>();
    var start = System.nanoTime();
    while (System.nanoTime() - start < SLOW.toNanos()) {
      var asked = System.nanoTime();
      statuses.merge(live.me(node).status(), 1, Integer::sum);
      millis.add(Duration.ofNanos(System.nanoTime() - asked).toMillis());
    }
    millis.sort(null);
    Finding.print(
        "pool exhausted: %d requests, p99 %d ms, slowest %d ms",
        millis.size(), millis.get(millis.size() * 99 / 100), millis.get(millis.size() - 1));
    return statuses;
  }
}
