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

class FamilyRevocationTest {

  private final FamilyRevocation revocation = TestRevocations.ofFamily("family");

  @Nested
  class Covers {

    @Test
    void aTokenOfTheFamily() {
      assertThat(revocation.covers(TestTokens.valid())).isTrue();
    }

    @ParameterizedTest
    @ValueSource(longs = {-86_400, -1, 0, 1, 86_400})
    void aTokenWheneverItWasIssued(long offsetSeconds) {
      var token = TestTokens.of("alice").issuedAt(NOW.plusSeconds(offsetSeconds)).verified();
      assertThat(revocation.covers(token)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"other", "FAMILY", "family ", "famil"})
    void noTokenWithAnotherFamilyId(String familyId) {
      var token = TestTokens.of("alice").ids("token", familyId, "session").verified();
      assertThat(revocation.covers(token)).isFalse();
    }

    @Test
    void noTokenWithoutFamilyId() {
      var token = TestTokens.of("alice").ids("token", null, "session").verified();
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
          .isThrownBy(() -> new FamilyRevocation(blank, "family", RETAIN_UNTIL))
          .withMessageContaining("issuer");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t"})
    void aBlankFamilyId(String blank) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> new FamilyRevocation(ISSUER, blank, RETAIN_UNTIL))
          .withMessageContaining("familyId");
    }
  }
}
