package io.tokenrevocation.filter;

import io.tokenrevocation.feed.NodeFigures;
import java.time.Duration;

/**
 * Everything that is told of this node: at {@code /revocation/status}, and as {@link Metric}s.
 *
 * @param node what it knows of revocations
 * @param decisions what became of requests since it started
 * @param enforced how long after they were recorded revocations were enforced, since it started
 */
record Figures(NodeFigures node, Decisions.Snapshot decisions, Histogram.Snapshot enforced) {

  private static final double NANOS = 1e9;

  static double seconds(Duration duration) {
    return duration.toNanos() / NANOS;
  }

  /** More than any bound, if it is not known. */
  double stalenessSeconds() {
    return node.staleness().map(Figures::seconds).orElse(Double.POSITIVE_INFINITY);
  }
}
