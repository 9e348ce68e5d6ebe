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

class TokenRevocationTest {

  private final TokenRevocation revocation = TestRevocations.ofToken("token");

  @Nested
  class Covers {

    @Test
    void theTokenWithItsId() {
      assertThat(revocation.covers(TestTokens.valid())).isTrue();
    }

    @ParameterizedTest
    @ValueSource(longs = {-86_400, -1, 0, 1, 86_400})
    void aTokenWheneverItWasIssued(long offsetSeconds) {
      var token = TestTokens.of("alice").issuedAt(NOW.plusSeconds(offsetSeconds)).verified();
      assertThat(revocation.covers(token)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"other", "TOKEN", "token ", "toke"})
    void noTokenWithAnotherTokenId(String tokenId) {
      var token = TestTokens.of("alice").ids(tokenId, "family", "session").verified();
      assertThat(revocation.covers(token)).isFalse();
    }

    @Test
    void noTokenWithoutTokenId() {
      var token = TestTokens.of("alice").ids(null, "family", "session").verified();
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
          .isThrownBy(() -> new TokenRevocation(blank, "token", RETAIN_UNTIL))
          .withMessageContaining("issuer");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t"})
    void aBlankTokenId(String blank) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> new TokenRevocation(ISSUER, blank, RETAIN_UNTIL))
          .withMessageContaining("tokenId");
    }
  }
}
