package io.tokenrevocation.filter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
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
}
