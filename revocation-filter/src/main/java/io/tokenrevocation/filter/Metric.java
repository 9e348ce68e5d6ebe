package io.tokenrevocation.filter;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A figure as monitoring systems keep it.
 *
 * @param name in the spelling of Prometheus
 * @param help what it says
 * @param grows true if it is counted from the start on
 * @param series its values; one without a label, or several with one
 */
record Metric(String name, String help, boolean grows, List<Series> series) {

  private static final String PREFIX = "token_revocation_";

  /**
   * One of the values.
   *
   * @param label what tells it from the others
   * @param value read from figures
   */
  record Series(Optional<Map.Entry<String, String>> label, ToDoubleFunction<Figures> value) {

    static Series of(String label, String text, ToDoubleFunction<Figures> value) {
      return new Series(Optional.of(Map.entry(label, text)), value);
    }
  }

  /** All of them. */
  static List<Metric> all(Figures any) {
    var all = new ArrayList<Metric>();
    all.add(gauge("ready", "1 if no filter refuses requests for want of knowledge", Metric::ready));
    all.add(
        gauge(
            "staleness_seconds",
            "How old the knowledge of revocations is; infinite if it is not complete",
            Figures::stalenessSeconds));
    all.add(
        gauge(
            "live_revocations",
            "How many revocations are held in memory",
            figures -> figures.node().liveRevocations()));
    all.add(
        gauge(
            "index_bytes",
            "How much memory the revocations take",
            figures -> figures.node().indexBytes()));
    all.add(decisions());
    all.add(refused());
    all.addAll(
        histogram(
            "decision_seconds",
            "How long deciding about a request took, of one in " + Decisions.SAMPLE,
            any.decisions().times(),
            figures -> figures.decisions().times()));
    all.addAll(
        histogram(
            "enforced_seconds",
            "How long after it was recorded a revocation was enforced here",
            any.enforced(),
            Figures::enforced));
    return all;
  }

  private static double ready(Figures figures) {
    return figures.node().isReady() ? 1 : 0;
  }

  private static Metric gauge(String name, String help, ToDoubleFunction<Figures> value) {
    return new Metric(PREFIX + name, help, false, List.of(new Series(Optional.empty(), value)));
  }

  private static Metric counter(String name, String help, List<Series> series) {
    return new Metric(PREFIX + name, help, true, series);
  }

  private static Metric decisions() {
    return counter(
        "decisions_total",
        "What became of requests",
        List.of(
            Series.of("outcome", "authenticated", figures -> figures.decisions().authenticated()),
            Series.of("outcome", "anonymous", figures -> figures.decisions().anonymous()),
            Series.of("outcome", "refused", figures -> figures.decisions().allRefused())));
  }

  private static Metric refused() {
    return counter(
        "refused_total",
        "Requests that were refused, by reason",
        Stream.of(RefusalReason.values())
            .map(
                reason ->
                    Series.of(
                        "reason", reason.label(), figures -> figures.decisions().refused(reason)))
            .toList());
  }

  /** As Prometheus keeps histograms: neither of the two APIs has one that is read. */
  private static List<Metric> histogram(
      String name,
      String help,
      Histogram.Snapshot any,
      Function<Figures, Histogram.Snapshot> times) {
    var bounds =
        IntStream.range(0, any.buckets().size())
            .mapToObj(
                at ->
                    Series.of(
                        "le",
                        text(any.buckets().get(at).atMost()),
                        figures -> times.apply(figures).buckets().get(at).count()));
    ToDoubleFunction<Figures> count = figures -> times.apply(figures).count();
    return List.of(
        counter(
            name + "_bucket",
            help,
            Stream.concat(bounds, Stream.of(Series.of("le", "+Inf", count))).toList()),
        counter(name + "_count", help, List.of(new Series(Optional.empty(), count))),
        counter(
            name + "_sum",
            help,
            List.of(
                new Series(
                    Optional.empty(), figures -> Figures.seconds(times.apply(figures).sum())))));
  }

  /** In seconds, such as 0.000002. */
  private static String text(Duration bound) {
    return BigDecimal.valueOf(bound.toNanos(), 9).stripTrailingZeros().toPlainString();
  }
}
