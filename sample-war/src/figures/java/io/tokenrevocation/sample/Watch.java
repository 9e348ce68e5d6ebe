package io.tokenrevocation.sample;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;

/**
 * Asks one node again and again for what was revoked at another, every two milliseconds, and
 * measures from when the revocation was acknowledged until it is refused.
 */
final class Watch {

  private static final long PAUSE_NANOS = Duration.ofMillis(2).toNanos();
  private static final long PATIENCE_NANOS = Duration.ofSeconds(Cluster.PATIENCE_SECONDS).toNanos();

  private final Node node;
  private final Queue<Revoked> revoked = new ConcurrentLinkedQueue<>();
  private final List<Long> waited = new ArrayList<>();
  private final Thread thread = new Thread(this::ask, "watch");
  private volatile boolean last;

  Watch(Node node) {
    this.node = node;
    thread.setDaemon(true);
    thread.start();
  }

  private record Revoked(SeededSession session, long acknowledgedAt) {}

  void add(SeededSession session, long acknowledgedAt) {
    revoked.add(new Revoked(session, acknowledgedAt));
  }

  private void ask() {
    while (!last || !revoked.isEmpty()) {
      revoked.removeIf(this::isRefused);
      LockSupport.parkNanos(PAUSE_NANOS);
    }
  }

  private boolean isRefused(Revoked each) {
    var refused = each.session.isRefusedBy(node);
    var now = System.nanoTime();
    if (refused) {
      waited.add(now - each.acknowledgedAt);
    } else if (now - each.acknowledgedAt > PATIENCE_NANOS) {
      throw new IllegalStateException("node " + node + " still accepts");
    }
    return refused;
  }

  /** Waits until all are refused. */
  Durations end() throws InterruptedException {
    last = true;
    thread.join(Duration.ofSeconds(Cluster.PATIENCE_SECONDS).toMillis());
    if (!revoked.isEmpty()) {
      throw new IllegalStateException("node " + node + " still accepts " + revoked.size());
    }
    return Durations.of(waited);
  }
}
