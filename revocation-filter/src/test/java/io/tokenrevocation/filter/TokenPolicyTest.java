package io.tokenrevocation.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tokenrevocation.InvalidTokenException;
import io.tokenrevocation.InvalidTokenException.Reason;
import io.tokenrevocation.TestTokens;
import io.tokenrevocation.VerifiedToken;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenPolicyTest {

  private static TokenPolicy policy(String... keysAndValues) {
    return new TokenPolicy(TestContexts.settings(keysAndValues));
  }

  private static void assertAccepted(TokenPolicy policy, VerifiedToken token) {
    assertThatCode(() -> policy.requireAccepted(token)).doesNotThrowAnyException();
  }

  private static void assertRefused(Reason reason, TokenPolicy policy, VerifiedToken token) {
    assertThatExceptionOfType(InvalidTokenException.class)
        .isThrownBy(() -> policy.requireAccepted(token))
        .returns(reason, InvalidTokenException::reason);
  }

  @Nested
  class RequireAccepted {

    @ParameterizedTest
    @ValueSource(strings = {"shop", "api"})
    void acceptsATokenForOneOfTheAudiences(String audience) {
      assertAccepted(policy(), TestTokens.of("alice").audience("x", audience).verified());
    }

    @ParameterizedTest
    @ValueSource(strings = {"other", "SHOP", "shop, api", "any"})
    void refusesATokenForAnother(String audience) {
      assertRefused(
          Reason.AUDIENCE, policy(), TestTokens.of("alice").audience(audience).verified());
    }

    @Test
    void refusesATokenForNobody() {
      assertRefused(Reason.AUDIENCE, policy(), TestTokens.of("alice").audience().verified());
    }

    @Test
    void acceptsEveryTokenWhereAnyAudienceIsAllowed() {
      var policy = policy("revocation.audiences", "any");
      assertThat(policy.acceptsAnyAudience()).isTrue();
      assertAccepted(policy, TestTokens.of("alice").audience().verified());
    }
  }
}
