package io.tokenrevocation.sample;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("/revocation/status")
class StatusIT extends SampleTest {

  private static final String SHAPE =
      "\\{\"ready\":true,\"stalenessMillis\":\\d+,\"liveRevocations\":\\d+}";

  @Test
  void tellsAnybodyThatTheNodeIsReadyAndHowStaleItIs() {
    var status = sample.get("revocation/status");
    assertThat(status.status()).isEqualTo(200);
    assertThat(status.header("Content-Type")).startsWith("application/json");
    assertThat(status.header("Cache-Control")).isEqualTo("no-store");
    assertThat(status.body()).matches(SHAPE);
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
