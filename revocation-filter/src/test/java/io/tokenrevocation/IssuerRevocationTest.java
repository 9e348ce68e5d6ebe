package io.tokenrevocation;

import static io.tokenrevocation.TestRevocations.RETAIN_UNTIL;
import static io.tokenrevocation.TestTokens.ISSUER;
import static io.tokenrevocation.TestTokens.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IssuerRevocationTest {

  private static final Instant CUT_OFF = NOW;
  private static final Instant EARLIER = CUT_OFF.minusSeconds(1);

  private final IssuerRevocation revocation = TestRevocations.ofIssuer(CUT_OFF);

  @Nested
  class Covers {

    @ParameterizedTest(name = "issued {0}")
    @CsvSource({"the second before, -1, true", "that very second, 0, false", "after, 1, false"})
    void onlyTokensIssuedBeforeTheCutOff(String when, long offsetSeconds, boolean expected) {
      var token = TestTokens.of("alice").issuedAt(CUT_OFF.plusSeconds(offsetSeconds)).verified();
      assertThat(revocation.covers(token)).as(when).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"alice", "bob"})
    void tokensOfEverySubject(String subject) {
      var token = TestTokens.of(subject).issuedAt(EARLIER).verified();
      assertThat(revocation.covers(token)).isTrue();
    }

    @Test
    void noTokenOfAnotherIssuer() {
      var token = TestTokens.of("alice").issuer(ISSUER + "/").issuedAt(EARLIER).verified();
      assertThat(revocation.covers(token)).isFalse();
    }
  }

  @Nested
  class Refuses {

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t"})
    void aBlankIssuer(String blank) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> new IssuerRevocation(blank, CUT_OFF, RETAIN_UNTIL))
          .withMessageContaining("issuer");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 500_000_000, 999_999_999})
    void aCutOffFinerThanASecond(long nanos) {
      var cutOff = CUT_OFF.plusNanos(nanos);
      assertThatIllegalArgumentException()
          .isThrownBy(() -> new IssuerRevocation(ISSUER, cutOff, RETAIN_UNTIL))
          .withMessageContaining("whole seconds");
    }
  }
}
