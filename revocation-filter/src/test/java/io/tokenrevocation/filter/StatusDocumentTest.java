package io.tokenrevocation.filter;

import static org.assertj.core.api.Assertions.assertThat;

import io.tokenrevocation.feed.NodeFigures;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StatusDocumentTest {

  private final Decisions decisions = new Decisions();
  private final Histogram enforced = new Histogram(Duration.ofMillis(1), Duration.ofHours(1));

  private JsonObject document(NodeFigures node) {
    var figures = new Figures(node, decisions.snapshot(), enforced.snapshot());
    try (var reader = Json.createReader(new StringReader(StatusDocument.of(figures)))) {
      return reader.readObject();
    }
  }

  @Test
  void saysHowTheNodeIs() {
    var json =
        document(
            new NodeFigures(true, Optional.of(Duration.ofMillis(12)), 3, 456, Optional.empty()));
    assertThat(json.getBoolean("ready")).isTrue();
    assertThat(json.getInt("stalenessMillis")).isEqualTo(12);
    assertThat(json.getInt("liveRevocations")).isEqualTo(3);
    assertThat(json.getInt("indexBytes")).isEqualTo(456);
  }

  @Test
  void saysNullOfWhatIsNotKnown() {
    var json = document(NodeFigures.NOT_STARTED);
    assertThat(json.getBoolean("ready")).isFalse();
    assertThat(json.isNull("stalenessMillis")).isTrue();
    assertThat(json.getJsonObject("decisionNanos").isNull("p50")).isTrue();
    assertThat(json.getJsonObject("enforcedMillis").isNull("p99")).isTrue();
  }

  @Test
  void countsDecisionsByOutcomeAndReason() {
    decisions.counted(new Verdict.Anonymous());
    decisions.counted(new Verdict.Refused(Challenge.REVOKED));
    decisions.counted(new Verdict.Refused(Challenge.REVOKED));
    var json = document(NodeFigures.NOT_STARTED);
    assertThat(json.getJsonObject("decisions"))
        .hasToString("{\"authenticated\":0,\"anonymous\":1,\"refused\":2}");
    assertThat(json.getJsonObject("refused")).hasSize(RefusalReason.values().length);
    assertThat(json.getJsonObject("refused").getInt("revoked")).isEqualTo(2);
    assertThat(json.getJsonObject("refused").getInt("not-yet-valid")).isZero();
  }

  @Test
  void saysHowSoonRevocationsAreEnforcedInMillisecondsRoundedUp() {
    enforced.record(Duration.ofMillis(3).plusNanos(1).toNanos());
    var json = document(NodeFigures.NOT_STARTED).getJsonObject("enforcedMillis");
    assertThat(json.getInt("count")).isEqualTo(1);
    assertThat(json.getInt("p50")).isEqualTo(4);
    assertThat(json.getInt("sum")).isEqualTo(4);
    assertThat(json.getJsonObject("atMost").getInt("2")).isZero();
    assertThat(json.getJsonObject("atMost").getInt("5")).isEqualTo(1);
  }
}
