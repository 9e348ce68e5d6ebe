package io.tokenrevocation.filter;

import static org.assertj.core.api.Assertions.assertThat;

import io.tokenrevocation.InvalidTokenException.Reason;
import io.tokenrevocation.TestRevocations;
import io.tokenrevocation.TestTokens;
import io.tokenrevocation.TokenUse;
import io.tokenrevocation.VerifiedToken;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class RequestDecisionTest extends EnforcementSteps {

  @Nested
  class Decide {

    @Test
    void refusesARequestWithoutATokenWhereOneIsRequired() {
      assertThat(enforcement.decide(TestRequests.to("/api", "/me")))
          .is(refused(Challenge.TOKEN_REQUIRED));
    }

    @Test
    void letsItPassAnonymouslyElsewhere() {
      assertThat(
              enforcement("revocation.require-token", "/api/*")
                  .decide(TestRequests.to("/public", null)))
          .isEqualTo(new Verdict.Anonymous());
    }

    @Test
    void refusesAnAnonymousRequestWhereverAGroupIsRequiredButOnExemptPaths() {
      var admins =
          enforcement("revocation.require-token", "none", "revocation.required-groups", "admins");
      assertThat(admins.decide(TestRequests.to("/public", null)))
          .is(refused(Challenge.TOKEN_REQUIRED));
      assertThat(admins.decide(TestRequests.to("/oauth2", "/revoke")))
          .isEqualTo(new Verdict.Anonymous());
    }

    @Test
    void leavesPathsAloneThatAuthenticateTheirCallers() {
      assertThat(enforcement.decide(TestRequests.to("/oauth2", "/revoke")))
          .isEqualTo(new Verdict.Anonymous());
    }
  }

  /** Behind a filter that let the request pass with its token. */
  @Nested
  class DecideAgain {

    private final VerifiedToken token = TestTokens.valid();
    private final HttpServletRequest request =
        new AuthenticatedRequest(TestRequests.authorized("Bearer a.b.c"), token);

    @Test
    void needsNoSecondLookAtTheSignature() {
      assertThat(enforcement.decide(request)).isEqualTo(new Verdict.Authenticated(token));
      assertThat(enforcement.decide(TestRequests.authorized("Bearer a.b.c")))
          .is(refusedFor(Reason.MALFORMED));
    }

    @Test
    void refusesATokenThatWasRevokedMeanwhile() {
      feed.apply(List.of(TestRevocations.ofFamily("family")));
      assertThat(enforcement.decide(request)).is(REVOKED);
    }

    @Test
    void wantsAudienceScopesAndGroupsOfItsOwn() {
      assertThat(enforcement("revocation.audiences", "other").decide(request))
          .is(refusedFor(Reason.AUDIENCE));
      assertThat(enforcement("revocation.required-scopes", "orders").decide(request))
          .is(refused(Challenge.scopesMissing(List.of("orders"))));
      assertThat(enforcement("revocation.required-groups", "editors").decide(request))
          .is(refused(Challenge.NOT_IN_A_GROUP));
    }

    @Test
    void doesNotTakeAnIdTokenThatTheOtherFilterTook() {
      var idToken = TestTokens.of("alice").use(TokenUse.ID).verified();
      assertThat(
              enforcement.decide(new AuthenticatedRequest(TestRequests.to("/api", "/me"), idToken)))
          .is(refusedFor(Reason.TYPE));
    }

    @Test
    void hasItsOwnLimitOfStaleness() {
      source.goDown();
      ticker.advance(Duration.ofSeconds(20));
      assertThat(enforcement.decide(request)).isInstanceOf(Verdict.Authenticated.class);
      assertThat(enforcement("revocation.max-staleness", "PT10S").decide(request)).is(RETRY_LATER);
    }
  }
}
