package io.tokenrevocation.filter;

import jakarta.json.Json;
import jakarta.json.stream.JsonGenerator;
import java.io.StringWriter;
import java.time.Duration;
import java.util.Optional;
import java.util.function.ToLongFunction;

/** The figures of this node in JSON. */
final class StatusDocument {

  private StatusDocument() {}

  static String of(Figures figures) {
    var text = new StringWriter();
    try (var json = Json.createGenerator(text)) {
      json.writeStartObject().write("ready", figures.node().isReady());
      write(json, "stalenessMillis", figures.node().staleness().map(Duration::toMillis));
      json.write("liveRevocations", figures.node().liveRevocations())
          .write("indexBytes", figures.node().indexBytes());
      write(json, figures.decisions());
      write(json, "decisionNanos", figures.decisions().times(), Duration::toNanos);
      write(json, "enforcedMillis", figures.enforced(), StatusDocument::millisAtLeast);
      json.writeEnd();
    }
    return text.toString();
  }

  private static void write(JsonGenerator json, Decisions.Snapshot decisions) {
    json.writeStartObject("decisions")
        .write("authenticated", decisions.authenticated())
        .write("anonymous", decisions.anonymous())
        .write("refused", decisions.allRefused())
        .writeEnd()
        .writeStartObject("refused");
    decisions.refused().forEach((reason, count) -> json.write(reason.label(), count));
    json.writeEnd();
  }

  private static void write(
      JsonGenerator json, String name, Histogram.Snapshot times, ToLongFunction<Duration> unit) {
    json.writeStartObject(name).write("count", times.count());
    write(json, "p50", times.quantile(0.5).map(unit::applyAsLong));
    write(json, "p99", times.quantile(0.99).map(unit::applyAsLong));
    json.write("sum", unit.applyAsLong(times.sum())).writeStartObject("atMost");
    for (var bucket : times.buckets()) {
      json.write(Long.toString(unit.applyAsLong(bucket.atMost())), bucket.count());
    }
    json.writeEnd().writeEnd();
  }

  private static void write(JsonGenerator json, String name, Optional<Long> number) {
    number.ifPresentOrElse(known -> json.write(name, known), () -> json.writeNull(name));
  }

  /** Nothing takes no time. */
  private static long millisAtLeast(Duration duration) {
    return duration.plusNanos(999_999).toMillis();
  }
}
