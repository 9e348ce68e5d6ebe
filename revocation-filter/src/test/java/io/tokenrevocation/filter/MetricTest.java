package io.tokenrevocation.filter;

import static org.assertj.core.api.Assertions.assertThat;

import io.tokenrevocation.feed.NodeFigures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class MetricTest {

  private final Decisions decisions = new Decisions();
  private final Histogram enforced = new Histogram(Duration.ofMillis(1), Duration.ofSeconds(1));

  private Figures figures(NodeFigures node) {
    return new Figures(node, decisions.snapshot(), enforced.snapshot());
  }

  /** As Prometheus would show them. */
  private Map<String, Double> values(NodeFigures node) {
    return Metric.all(figures(NodeFigures.NOT_STARTED)).stream()
        .flatMap(
            metric ->
                metric.series().stream()
                    .map(series -> Map.entry(name(metric, series), series.value())))
        .collect(
            Collectors.toMap(
                Map.Entry::getKey, each -> each.getValue().applyAsDouble(figures(node))));
  }

  private static String name(Metric metric, Metric.Series series) {
    return metric.name()
        + series.label().map(each -> "{" + each.getKey() + "=" + each.getValue() + "}").orElse("");
  }

  @Test
  void hasWhatIsKnownOfRevocations() {
    var node =
        new NodeFigures(true, Optional.of(Duration.ofMillis(1_500)), 3, 456, Optional.empty());
    assertThat(values(node))
        .containsEntry("token_revocation_ready", 1.0)
        .containsEntry("token_revocation_staleness_seconds", 1.5)
        .containsEntry("token_revocation_live_revocations", 3.0)
        .containsEntry("token_revocation_index_bytes", 456.0);
  }

  @Test
  void isBeyondAnyBoundWhenTheStalenessIsNotKnown() {
    assertThat(values(NodeFigures.NOT_STARTED))
        .containsEntry("token_revocation_ready", 0.0)
        .containsEntry("token_revocation_staleness_seconds", Double.POSITIVE_INFINITY);
  }

  @Test
  void countsDecisionsByOutcomeAndReason() {
    decisions.counted(new Verdict.Refused(Challenge.RETRY_LATER));
    assertThat(values(NodeFigures.NOT_STARTED))
        .containsEntry("token_revocation_decisions_total{outcome=refused}", 1.0)
        .containsEntry("token_revocation_decisions_total{outcome=authenticated}", 0.0)
        .containsEntry("token_revocation_refused_total{reason=unavailable}", 1.0)
        .containsEntry("token_revocation_refused_total{reason=revoked}", 0.0);
  }

  @Test
  void hasHistogramsInSeconds() {
    enforced.record(Duration.ofMillis(4).toNanos());
    enforced.record(Duration.ofSeconds(2).toNanos());
    assertThat(values(NodeFigures.NOT_STARTED))
        .containsEntry("token_revocation_enforced_seconds_bucket{le=0.002}", 0.0)
        .containsEntry("token_revocation_enforced_seconds_bucket{le=0.005}", 1.0)
        .containsEntry("token_revocation_enforced_seconds_bucket{le=1}", 1.0)
        .containsEntry("token_revocation_enforced_seconds_bucket{le=+Inf}", 2.0)
        .containsEntry("token_revocation_enforced_seconds_count", 2.0)
        .containsEntry("token_revocation_enforced_seconds_sum", 2.004)
        .containsEntry("token_revocation_decision_seconds_bucket{le=0.0000001}", 0.0);
  }

  /** Or else Prometheus would refuse them. */
  @Test
  void usesOneLabelForAllValuesOfAName() {
    for (var metric : Metric.all(figures(NodeFigures.NOT_STARTED))) {
      var labels =
          metric.series().stream().map(series -> series.label().map(Map.Entry::getKey)).distinct();
      assertThat(labels.toList()).as(metric.name()).hasSize(1);
    }
    assertThat(Metric.all(figures(NodeFigures.NOT_STARTED)))
        .extracting(Metric::name)
        .doesNotHaveDuplicates();
  }

  @Nested
  class AsDocumented {

    private static final Pattern NAME = Pattern.compile("token_revocation_[a-z_]+");

    private final Set<String> all =
        Metric.all(figures(NodeFigures.NOT_STARTED)).stream()
            .map(Metric::name)
            .collect(Collectors.toSet());

    private static Set<String> names(String file) throws IOException {
      return NAME.matcher(Files.readString(Path.of("..", "docs").resolve(file)))
          .results()
          .map(MatchResult::group)
          .collect(Collectors.toSet());
    }

    @Test
    void areAllNamedForAdministrators() throws IOException {
      var shortened = Pattern.compile("_(count|sum)$").asPredicate();
      assertThat(names("operations.md"))
          .isSubsetOf(all)
          .containsAll(all.stream().filter(shortened.negate()).toList());
    }

    @Test
    void areWhatTheDashboardAsksFor() throws IOException {
      assertThat(names("grafana/token-revocation.json")).isNotEmpty().isSubsetOf(all);
    }
  }
}
