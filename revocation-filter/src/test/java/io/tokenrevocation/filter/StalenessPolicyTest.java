package io.tokenrevocation.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tokenrevocation.settings.InvalidSettingException;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StalenessPolicyTest {

  private static final HttpServletRequest REQUEST = TestRequests.to("GET", "/orders", "a.b.c");

  private static StalenessPolicy policy(String... keysAndValues) {
    return new StalenessPolicy(TestContexts.settings(keysAndValues));
  }

  @Nested
  class Refuses {

    @ParameterizedTest(name = "{0} ns from max-staleness")
    @CsvSource({"-1, false", "0, false", "1, true"})
    void moreThanTheMaximum(long nanos, boolean expected) {
      var staleness = Optional.of(Duration.ofSeconds(2).plusNanos(nanos));
      var policy = policy("revocation.max-staleness", "PT2S");
      assertThat(policy.refuses(REQUEST, staleness)).isEqualTo(expected);
    }

    @Test
    void anUnboundedStaleness() {
      assertThat(policy().refuses(REQUEST, Optional.empty())).isTrue();
    }

    @Test
    void noStalenessWhereTheLastKnownIsAllowed() {
      var policy = policy("revocation.when-stale", "allow-last-known");
      assertThat(policy.allowsAll()).isTrue();
      assertThat(policy.refuses(REQUEST, Optional.of(Duration.ofDays(2)))).isFalse();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
      "/orders, false",
      "/orders/*, false",
      "GET /orders, false",
      "GET  /orders, false",
      "HEAD /orders, true",
      "/orders/1, true",
      "none, true"
    })
    void allRequestsButThoseThatMayBeStale(String allowed, boolean expected) {
      var policy = policy("revocation.allow-stale", allowed);
      assertThat(policy.refuses(REQUEST, Optional.empty())).isEqualTo(expected);
      assertThat(policy.refusesAny(Optional.empty())).isTrue();
      assertThat(policy.allowsSome()).isEqualTo(!allowed.equals("none"));
    }
  }

  @Nested
  class AllowStale {

    @ParameterizedTest
    @ValueSource(strings = {"orders", "get /orders", "GET", "GET orders", "none, /orders", "/a*b"})
    void mustBePatterns(String text) {
      assertThatExceptionOfType(InvalidSettingException.class)
          .isThrownBy(() -> policy("revocation.allow-stale", text));
    }
  }

  @Nested
  class MaxStaleness {

    @ParameterizedTest
    @ValueSource(strings = {"PT5S", "PT5.001S"})
    void isRefusedIfItIsNotLongerThanThePollInterval(String interval) {
      assertThatExceptionOfType(InvalidSettingException.class)
          .isThrownBy(() -> check(interval))
          .withMessageContaining("revocation.max-staleness is PT5S")
          .withMessageContaining("revocation.poll-interval, which is " + interval);
    }

    @Test
    void mayBeLittleLongerThanThePollInterval() {
      assertThatCode(() -> check("PT4.999S")).doesNotThrowAnyException();
    }

    private static void check(String interval) {
      StalenessPolicy.check(
          TestContexts.settings(
              "revocation.max-staleness", "PT5S", "revocation.poll-interval", interval));
    }
  }
}
