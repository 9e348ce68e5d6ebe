package io.tokenrevocation.filter;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BearerTokenTest {

  @Nested
  class In {

    @ParameterizedTest
    @ValueSource(strings = {"Bearer a.b.c", "bearer a.b.c", "BEARER a.b.c", "bEaReR a.b.c"})
    @DisplayName("RFC 9110, 11.1: a case-insensitive token identifies the scheme")
    void findsTheTokenHoweverTheSchemeIsSpelt(String header) {
      assertThat(BearerToken.in(TestRequests.authorized(header))).contains("Bearer a.b.c");
    }

    @Test
    @DisplayName("RFC 9110, 11.4: one or more spaces after the scheme")
    void findsTheTokenAfterSeveralSpaces() {
      assertThat(BearerToken.in(TestRequests.authorized("Bearer   a.b.c ")))
          .contains("Bearer a.b.c");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\ta.b.c", "\u001ca.b.c", "\u00a0a.b.c", "a.b.c\t"})
    void findsOtherWhiteSpaceAsAPartOfTheToken(String token) {
      assertThat(BearerToken.in(TestRequests.authorized("Bearer " + token)))
          .contains("Bearer " + token);
      assertThat(BearerToken.in(TestRequests.authorized("bearer  " + token)))
          .contains("Bearer " + token);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer", "bearer", "Bearer ", "Bearer    "})
    void findsAnEmptyTokenWhichNobodyMayTakeForNone(String header) {
      assertThat(BearerToken.in(TestRequests.authorized(header))).contains("Bearer ");
    }

    @Test
    void findsAllThatFollowsSoThatNothingIsPassedOver() {
      assertThat(BearerToken.in(TestRequests.authorized("Bearer a.b.c d.e.f")))
          .contains("Bearer a.b.c d.e.f");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "Bearertoken",
          "Bearer-x a.b.c",
          "Basic YTpi",
          "Digest Bearer",
          "",
          "DPoP a.b.c"
        })
    void findsNothingUnderAnotherScheme(String header) {
      assertThat(BearerToken.in(TestRequests.authorized(header))).isEmpty();
    }

    @Test
    void findsNothingWithoutAHeader() {
      assertThat(BearerToken.in(TestRequests.authorized())).isEmpty();
    }
  }

  @Nested
  class IsAmbiguous {

    @Test
    void withTwoHeadersWhateverTheirSchemes() {
      assertThat(BearerToken.isAmbiguous(TestRequests.authorized("Bearer a.b.c", "Basic YTpi")))
          .isTrue();
    }

    @Test
    void withTheSameHeaderTwice() {
      assertThat(BearerToken.isAmbiguous(TestRequests.authorized("Bearer a.b.c", "Bearer a.b.c")))
          .isTrue();
    }

    @Test
    void notWithOneHeaderOrNone() {
      assertThat(BearerToken.isAmbiguous(TestRequests.authorized("Bearer a.b.c"))).isFalse();
      assertThat(BearerToken.isAmbiguous(TestRequests.authorized())).isFalse();
    }
  }
}
