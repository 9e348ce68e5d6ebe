package io.tokenrevocation.filter;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricID;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;

/**
 * Registers the figures with MicroProfile Metrics, all as gauges that are read when they are asked
 * for: its counters and histograms are written, which would count everything twice.
 *
 * <p>Where that API is missing, this class cannot be loaded, and CDI leaves it out.
 */
@ApplicationScoped
class MetricsExporter implements FiguresExporter {

  private final List<MetricID> registered = new ArrayList<>();
  private Instance<MetricRegistry> registry;

  @SuppressWarnings("NullAway.Init") // for the CDI proxy
  MetricsExporter() {}

  @Inject
  MetricsExporter(Instance<MetricRegistry> registry) {
    this.registry = registry;
  }

  @Override
  public synchronized void start(Supplier<Figures> figures, String application) {
    if (!registry.isResolvable()) {
      return;
    }
    var metrics = registry.get();
    for (var metric : Metric.all(figures.get())) {
      var metadata =
          Metadata.builder().withName(metric.name()).withDescription(metric.help()).build();
      for (var series : metric.series()) {
        var tags =
            Stream.concat(
                    Stream.of(new Tag("application", application)),
                    series.label().stream().map(label -> new Tag(label.getKey(), label.getValue())))
                .toArray(Tag[]::new);
        metrics.gauge(metadata, () -> series.value().applyAsDouble(figures.get()), tags);
        registered.add(new MetricID(metric.name(), tags));
      }
    }
  }

  @Override
  public synchronized void stop() {
    if (!registered.isEmpty()) {
      var metrics = registry.get();
      registered.forEach(metrics::remove);
      registered.clear();
    }
  }
}
