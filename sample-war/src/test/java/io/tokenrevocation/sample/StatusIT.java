package io.tokenrevocation.sample;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("/revocation/status")
class StatusIT extends SampleTest {

  private static final String SHAPE =
      "\\{\"ready\":true,\"stalenessMillis\":\\d+,\"liveRevocations\":\\d+,\"indexBytes\":\\d+,.*}";

  private JsonObject figures() {
    try (var reader = Json.createReader(new StringReader(sample.get("revocation/status").body()))) {
      return reader.readObject();
    }
  }

  @Test
  void tellsAnybodyThatTheNodeIsReadyAndHowStaleItIs() {
    var status = sample.get("revocation/status");
    assertThat(status.status()).isEqualTo(200);
    assertThat(status.header("Content-Type")).startsWith("application/json");
    assertThat(status.header("Cache-Control")).isEqualTo("no-store");
    assertThat(status.body()).matches(SHAPE);
  }

  @Test
  void countsWhatBecomesOfRequests() {
    var session = sample.signIn("alice");
    var before = figures();
    sample.get("api/me");
    session.me();
    session.me();
    sample.get("api/me", "Authorization", "Bearer garbage");
    var after = figures();
    assertThat(more(before, after, "decisions", "authenticated")).isEqualTo(2);
    assertThat(more(before, after, "decisions", "refused")).isEqualTo(2);
    assertThat(more(before, after, "refused", "token-required")).isEqualTo(1);
    assertThat(more(before, after, "refused", "malformed")).isEqualTo(1);
    assertThat(more(before, after, "refused", "revoked")).isZero();
  }

  @Test
  void tellsOfARevocationHowSoonItWasEnforced() {
    var session = sample.signIn("alice");
    var before = figures();
    session.revoke();
    assertThat(session.me().challenge()).isEqualTo(Answer.REVOKED);
    var after = figures();
    assertThat(more(before, after, "refused", "revoked")).isEqualTo(1);
    assertThat(more(before, after, "enforcedMillis", "count")).isEqualTo(1);
    assertThat(after.getInt("indexBytes")).isPositive();
    assertThat(after.getJsonObject("enforcedMillis").getInt("p50")).isLessThan(5_000);
  }

  private static int more(JsonObject before, JsonObject after, String group, String name) {
    return after.getJsonObject(group).getInt(name) - before.getJsonObject(group).getInt(name);
  }

  @Test
  void leavesWhatIsBesideItToTheAuthority() {
    assertThat(sample.get("revocation/status/").status()).isNotEqualTo(200);
    assertThat(sample.get("revocation/statuses").status()).isNotEqualTo(200);
    assertThat(sample.post("revocation/revocations", "{}").status()).isEqualTo(401);
  }

  @Test
  void isOnlyRead() {
    assertThat(sample.post("revocation/status", "").status()).isEqualTo(405);
  }
}
