package io.tokenrevocation.filter;

import static org.assertj.core.api.Assertions.assertThat;

import io.tokenrevocation.InvalidTokenException.Reason;
import io.tokenrevocation.TestTokens;
import io.tokenrevocation.TokenUse;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenPolicyTest {

  private static TokenPolicy policy(String... keysAndValues) {
    return new TokenPolicy(TestContexts.settings(keysAndValues));
  }

  @Nested
  class NotForUs {

    @ParameterizedTest
    @ValueSource(strings = {"shop", "api"})
    void acceptsATokenForOneOfTheAudiences(String audience) {
      var token = TestTokens.of("alice").audience("x", audience).verified();
      assertThat(policy().notForUs(token)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"other", "SHOP", "shop, api", "any"})
    void refusesATokenForAnother(String audience) {
      var token = TestTokens.of("alice").audience(audience).verified();
      assertThat(policy().notForUs(token)).contains(Challenge.of(Reason.AUDIENCE));
    }

    @Test
    void refusesATokenForNobody() {
      var token = TestTokens.of("alice").audience().verified();
      assertThat(policy().notForUs(token)).contains(Challenge.of(Reason.AUDIENCE));
    }

    @Test
    void acceptsEveryTokenWhereAnyAudienceIsAllowed() {
      var policy = policy("revocation.audiences", "any");
      assertThat(policy.acceptsAnyAudience()).isTrue();
      assertThat(policy.notForUs(TestTokens.of("alice").audience().verified())).isEmpty();
    }

    @Test
    void refusesAnIdTokenUnlessOneIsAccepted() {
      var token = TestTokens.of("alice").use(TokenUse.ID).verified();
      assertThat(policy().notForUs(token)).contains(Challenge.of(Reason.TYPE));
      assertThat(policy("revocation.accept-id-tokens", "true").notForUs(token)).isEmpty();
    }

    @Test
    void refusesAnIdTokenForAnotherAudienceAsAnyOther() {
      var token = TestTokens.of("alice").use(TokenUse.ID).audience("other").verified();
      assertThat(policy("revocation.accept-id-tokens", "true").notForUs(token))
          .contains(Challenge.of(Reason.AUDIENCE));
    }
  }

  @Nested
  class OfAnIssuerWithAudiencesOfItsOwn {

    private static final String PARTNER = "https://partner.example";

    private static TokenPolicy partner(String audiences) {
      return policy(
          "revocation.issuers",
          "partner",
          "revocation.issuer.partner.uri",
          PARTNER,
          "revocation.issuer.partner.profile",
          "keycloak",
          "revocation.issuer.partner.audiences",
          audiences);
    }

    private static boolean accepts(TokenPolicy policy, String issuer, String audience) {
      return policy
          .notForUs(TestTokens.of("alice").issuer(issuer).audience(audience).verified())
          .isEmpty();
    }

    @Test
    void acceptsThoseAndNotTheApplications() {
      var policy = partner("orders, bills");
      assertThat(accepts(policy, PARTNER, "orders")).isTrue();
      assertThat(accepts(policy, PARTNER, "bills")).isTrue();
      assertThat(accepts(policy, PARTNER, "shop")).isFalse();
    }

    @Test
    void acceptsThoseFromNobodyElse() {
      var policy = partner("orders");
      assertThat(accepts(policy, TestTokens.ISSUER, "orders")).isFalse();
      assertThat(accepts(policy, TestTokens.ISSUER, "shop")).isTrue();
    }

    @Test
    void acceptsEveryTokenWhereAnyAudienceIsAllowed() {
      var policy = partner("any");
      assertThat(accepts(policy, PARTNER, "whatever")).isTrue();
      assertThat(accepts(policy, TestTokens.ISSUER, "whatever")).isFalse();
    }

    @Test
    void acceptsTheApplicationsWhereItHasNone() {
      var policy = partner("as revocation.audiences");
      assertThat(accepts(policy, PARTNER, "shop")).isTrue();
      assertThat(accepts(policy, PARTNER, "orders")).isFalse();
    }
  }

  @Nested
  class Lacking {

    @Test
    void nothingWhereNothingIsRequired() {
      assertThat(policy().lacking(TestTokens.of("alice").scopes().groups().verified())).isEmpty();
      assertThat(policy().requiresScopeOrGroup()).isFalse();
    }

    @Test
    void aScopeUnlessTheTokenHasAll() {
      var policy = policy("revocation.required-scopes", "orders/read, orders/write");
      var tokens = TestTokens.of("alice");
      assertThat(policy.requiresScopeOrGroup()).isTrue();
      assertThat(policy.lacking(tokens.scopes("orders/read", "x", "orders/write").verified()))
          .isEmpty();
      assertThat(policy.lacking(tokens.scopes("orders/read", "ORDERS/WRITE").verified()))
          .hasValueSatisfying(
              challenge ->
                  assertThat(challenge.value())
                      .isEqualTo(
                          "Bearer error=\"insufficient_scope\","
                              + " error_description=\"The access token does not have the required"
                              + " scope\", scope=\"orders/read orders/write\""));
    }

    @Test
    void aGroupUnlessTheTokenHasOne() {
      var policy = policy("revocation.required-groups", "admins, editors");
      var tokens = TestTokens.of("alice");
      assertThat(policy.requiresScopeOrGroup()).isTrue();
      assertThat(policy.lacking(tokens.groups("staff", "editors").verified())).isEmpty();
      assertThat(policy.lacking(tokens.groups("staff", "Editors").verified()))
          .contains(Challenge.NOT_IN_A_GROUP);
      assertThat(policy.lacking(tokens.groups().verified())).contains(Challenge.NOT_IN_A_GROUP);
    }

    @Test
    void oneOfTheTwoWhereBothAreRequired() {
      var policy =
          policy("revocation.required-scopes", "read", "revocation.required-groups", "admins");
      var tokens = TestTokens.of("alice").scopes("read");
      assertThat(policy.lacking(tokens.groups("staff").verified()))
          .contains(Challenge.NOT_IN_A_GROUP);
      assertThat(policy.lacking(tokens.groups("admins").verified())).isEmpty();
    }
  }
}
