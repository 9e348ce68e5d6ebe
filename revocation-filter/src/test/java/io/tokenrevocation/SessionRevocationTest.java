package io.tokenrevocation;

import static io.tokenrevocation.TestRevocations.RETAIN_UNTIL;
import static io.tokenrevocation.TestTokens.ISSUER;
import static io.tokenrevocation.TestTokens.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SessionRevocationTest {

  private final SessionRevocation revocation = TestRevocations.ofSession("session");

  @Nested
  class Covers {

    @Test
    void aTokenOfTheSession() {
      assertThat(revocation.covers(TestTokens.valid())).isTrue();
    }

    @ParameterizedTest
    @ValueSource(longs = {-86_400, -1, 0, 1, 86_400})
    void aTokenWheneverItWasIssued(long offsetSeconds) {
      var token = TestTokens.of("alice").issuedAt(NOW.plusSeconds(offsetSeconds)).verified();
      assertThat(revocation.covers(token)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"other", "SESSION", "session ", "sessio"})
    void noTokenWithAnotherSessionId(String sessionId) {
      var token = TestTokens.of("alice").ids("token", "family", sessionId).verified();
      assertThat(revocation.covers(token)).isFalse();
    }

    @Test
    void noTokenWithoutSessionId() {
      var token = TestTokens.of("alice").ids("token", "family", null).verified();
      assertThat(revocation.covers(token)).isFalse();
    }

    @Test
    void noTokenOfAnotherIssuer() {
      var token = TestTokens.of("alice").issuer(ISSUER + "/").verified();
      assertThat(revocation.covers(token)).isFalse();
    }
  }

  @Nested
  class Refuses {

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t"})
    void aBlankIssuer(String blank) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> new SessionRevocation(blank, "session", RETAIN_UNTIL))
          .withMessageContaining("issuer");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t"})
    void aBlankSessionId(String blank) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> new SessionRevocation(ISSUER, blank, RETAIN_UNTIL))
          .withMessageContaining("sessionId");
    }
  }
}
