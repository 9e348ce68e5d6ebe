package io.tokenrevocation.filter;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.api.metrics.Meter;
import io.opentelemetry.api.metrics.ObservableDoubleMeasurement;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Offers the figures to the OpenTelemetry of the server, which reads them at its own intervals.
 *
 * <p>Where its API is missing, this class cannot be loaded, and CDI leaves it out.
 */
@ApplicationScoped
class OpenTelemetryExporter implements FiguresExporter {

  private static final String SCOPE = "io.tokenrevocation";

  private final List<AutoCloseable> instruments = new ArrayList<>();
  private Instance<OpenTelemetry> telemetry;

  @SuppressWarnings("NullAway.Init") // for the CDI proxy
  OpenTelemetryExporter() {}

  @Inject
  OpenTelemetryExporter(Instance<OpenTelemetry> telemetry) {
    this.telemetry = telemetry;
  }

  @Override
  public synchronized void start(Supplier<Figures> figures, String application) {
    if (telemetry.isResolvable()) {
      var meter = telemetry.get().getMeter(SCOPE);
      for (var metric : Metric.all(figures.get())) {
        instruments.add(
            instrument(
                meter, metric, measured -> measure(metric, figures.get(), application, measured)));
      }
    }
  }

  private static AutoCloseable instrument(
      Meter meter, Metric metric, Consumer<ObservableDoubleMeasurement> callback) {
    return metric.grows()
        ? meter
            .counterBuilder(metric.name())
            .ofDoubles()
            .setDescription(metric.help())
            .buildWithCallback(callback)
        : meter
            .gaugeBuilder(metric.name())
            .setDescription(metric.help())
            .buildWithCallback(callback);
  }

  private static void measure(
      Metric metric, Figures figures, String application, ObservableDoubleMeasurement measured) {
    for (var series : metric.series()) {
      var attributes = Attributes.builder().put(AttributeKey.stringKey("application"), application);
      series.label().ifPresent(label -> put(attributes, label));
      measured.record(series.value().applyAsDouble(figures), attributes.build());
    }
  }

  private static void put(AttributesBuilder attributes, Map.Entry<String, String> label) {
    attributes.put(AttributeKey.stringKey(label.getKey()), label.getValue());
  }

  @Override
  public synchronized void stop() {
    for (var instrument : instruments) {
      close(instrument);
    }
    instruments.clear();
  }

  private static void close(AutoCloseable instrument) {
    try {
      instrument.close();
    } catch (Exception e) {
      throw new IllegalStateException(e); // none of them throws any
    }
  }
}
