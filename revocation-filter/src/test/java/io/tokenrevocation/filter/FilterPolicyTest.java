package io.tokenrevocation.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tokenrevocation.settings.InvalidSettingException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FilterPolicyTest {

  private static FilterPolicy policy(String... keysAndValues) {
    return new FilterPolicy(
        TestContexts.settings(keysAndValues), List.of(PathPattern.parse("/cognito-idp/*")));
  }

  @Nested
  class RefusesAt {

    @ParameterizedTest(name = "{0} ns from max-staleness")
    @CsvSource({"-1, false", "0, false", "1, true"})
    void moreThanTheMaximum(long nanos, boolean expected) {
      var staleness = Duration.ofSeconds(2).plusNanos(nanos);
      assertThat(policy("revocation.max-staleness", "PT2S").refusesAt(Optional.of(staleness)))
          .isEqualTo(expected);
    }

    @Test
    void anUnboundedStaleness() {
      assertThat(policy().refusesAt(Optional.empty())).isTrue();
    }

    @Test
    void noStalenessWhereTheLastKnownIsAllowed() {
      var policy = policy("revocation.when-stale", "allow-last-known");
      assertThat(policy.allowsStale()).isTrue();
      assertThat(policy.refusesAt(Optional.of(Duration.ofDays(2)))).isFalse();
    }
  }

  @Nested
  class Paths {

    @ParameterizedTest
    @CsvSource({"'', ", "'', /", "/api, ", "/api, /me", "/index.html, "})
    void needATokenEverywhereByDefault(String servletPath, @Nullable String pathInfo) {
      assertThat(policy().requiresToken(TestRequests.to(servletPath, pathInfo))).isTrue();
    }

    @ParameterizedTest(name = "{0}{1}: {2}")
    @CsvSource({"/api, /me, true", "'', /api/me, true", "/orders, , true", "/orders, /1, false"})
    void areThoseTheServerDispatchesBy(
        String servletPath, @Nullable String pathInfo, boolean expected) {
      var policy = policy("revocation.require-token", "/api/*, /orders");
      assertThat(policy.requiresToken(TestRequests.to(servletPath, pathInfo))).isEqualTo(expected);
    }

    @Test
    void needNoTokenWhereNoneIsWanted() {
      assertThat(
              policy("revocation.require-token", "none")
                  .requiresToken(TestRequests.to("/api", "/me")))
          .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"revocation.required-scopes", "revocation.required-groups"})
    void needATokenEverywhereWhereOnlyATokenHasWhatIsRequired(String key) {
      var policy = policy("revocation.require-token", "none", key, "admins");
      assertThat(policy.requiresToken(TestRequests.to("/public", null))).isTrue();
    }

    @ParameterizedTest(name = "{0}{1}: {2}")
    @CsvSource({"/cognito-idp, , true", "/cognito-idp, /pool, true", "/cognito-idps, , false"})
    void areExemptWhereTheyAuthenticateTheirCallers(
        String servletPath, @Nullable String pathInfo, boolean expected) {
      assertThat(policy().exempts(TestRequests.to(servletPath, pathInfo))).isEqualTo(expected);
    }
  }

  @Nested
  class MaxStaleness {

    @ParameterizedTest
    @ValueSource(strings = {"PT5S", "PT5.001S"})
    void isRefusedIfItIsNotLongerThanThePollInterval(String interval) {
      assertThatExceptionOfType(InvalidSettingException.class)
          .isThrownBy(
              () ->
                  policy("revocation.max-staleness", "PT5S", "revocation.poll-interval", interval))
          .withMessageContaining("revocation.max-staleness is PT5S")
          .withMessageContaining("revocation.poll-interval, which is " + interval);
    }

    @Test
    void mayBeLittleLongerThanThePollInterval() {
      assertThatCode(
              () ->
                  policy(
                      "revocation.max-staleness", "PT5S", "revocation.poll-interval", "PT4.999S"))
          .doesNotThrowAnyException();
    }
  }
}
