package io.tokenrevocation.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("microprofile-metrics")
@DisplayName("MicroProfile Metrics")
class MetricsIT extends SampleTest {

  private static final String NUMBER = "([0-9.E+-]+)";

  /** Of the whole server; of those of the sample, the one with a label, if it is not empty. */
  private double value(String name, String label) {
    var metrics = new Sample(sample.at("/")).get("metrics");
    var tags =
        "\\{[^}]*application=\""
            + application()
            + "\"[^}]*"
            + (label.isEmpty() ? "" : Pattern.quote(label) + "[^}]*")
            + "}";
    var line =
        Pattern.compile("^token_revocation_" + name + tags + " " + NUMBER + "$", Pattern.MULTILINE)
            .matcher(metrics.body());
    assertThat(line.find()).as("%s in %s", name, metrics.body()).isTrue();
    return Double.parseDouble(line.group(1));
  }

  private String application() {
    var path = sample.at("").getPath();
    return path.equals("/") ? path : path.substring(0, path.length() - 1);
  }

  private double refused(String reason) {
    return value("refused_total", "reason=\"" + reason + "\"");
  }

  @Test
  void sayWhatTheNodeKnows() {
    assertThat(value("ready", "")).isEqualTo(1);
    assertThat(value("staleness_seconds", "")).isBetween(0.0, 30.0);
    assertThat(value("live_revocations", "")).isNotNegative();
    assertThat(value("index_bytes", "")).isNotNegative();
  }

  @Test
  void moveWithARefusedRequestAndARevocation() {
    var session = sample.signIn("alice");
    var revoked = refused("revoked");
    var required = refused("token-required");
    var all = value("decisions_total", "outcome=\"refused\"");
    var enforced = value("enforced_seconds_count", "");
    session.revoke();
    assertThat(session.me().challenge()).isEqualTo(Answer.REVOKED);
    sample.get("api/me");
    assertThat(refused("revoked") - revoked).isEqualTo(1);
    assertThat(refused("token-required") - required).isEqualTo(1);
    assertThat(value("decisions_total", "outcome=\"refused\"") - all).isEqualTo(2);
    assertThat(value("enforced_seconds_count", "") - enforced).isEqualTo(1);
    assertThat(value("enforced_seconds_bucket", "le=\"+Inf\""))
        .isEqualTo(value("enforced_seconds_count", ""));
  }

  @Test
  void haveTheSameNumbersAsTheStatus() {
    sample.get("api/me");
    var there = refused("token-required");
    assertThat(sample.get("revocation/status").body())
        .contains("\"token-required\":" + (long) there + ",");
  }
}
