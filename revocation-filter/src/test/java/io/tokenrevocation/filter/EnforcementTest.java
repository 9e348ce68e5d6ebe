package io.tokenrevocation.filter;

import static io.tokenrevocation.TestTokens.CLIENT;
import static io.tokenrevocation.TestTokens.ISSUER;
import static io.tokenrevocation.TestTokens.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.tokenrevocation.ClientRevocation;
import io.tokenrevocation.FamilyRevocation;
import io.tokenrevocation.InvalidTokenException.Reason;
import io.tokenrevocation.IssuerRevocation;
import io.tokenrevocation.Revocation;
import io.tokenrevocation.SubjectRevocation;
import io.tokenrevocation.TestRevocations;
import io.tokenrevocation.TestTokens;
import io.tokenrevocation.TokenRevocation;
import io.tokenrevocation.TokenUse;
import io.tokenrevocation.VerifiedToken;
import io.tokenrevocation.feed.FakeTicker;
import io.tokenrevocation.feed.InMemorySource;
import io.tokenrevocation.feed.RevocationFeed;
import io.tokenrevocation.index.RevocationIndex;
import io.tokenrevocation.token.TestJwts;
import io.tokenrevocation.token.TestKeys;
import io.tokenrevocation.token.TokenVerifier;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EnforcementTest {

  private static final Verdict REVOKED = new Verdict.Refused(Challenge.REVOKED);
  private static final Verdict RETRY_LATER = new Verdict.Refused(Challenge.RETRY_LATER);

  private final FakeTicker ticker = new FakeTicker();
  private final InMemorySource source = new InMemorySource();
  private final RevocationIndex index = new RevocationIndex(10);
  private final RevocationFeed feed = new RevocationFeed(source, index, () -> NOW, ticker);
  private final Enforcement enforcement = enforcement();

  private Enforcement enforcement(String... keysAndValues) {
    return new Enforcement(
        new FilterPolicy(
            TestContexts.settings(keysAndValues), List.of(PathPattern.parse("/oauth2/*"))),
        new TokenVerifier(TestKeys.source(), () -> NOW, Duration.ZERO),
        index,
        feed);
  }

  private static Verdict refusedFor(Reason reason) {
    return new Verdict.Refused(Challenge.of(reason));
  }

  static Stream<Revocation> covering() {
    Instant later = NOW.plusSeconds(1);
    Instant retain = TestRevocations.RETAIN_UNTIL;
    return Stream.of(
        new TokenRevocation(ISSUER, "token", retain),
        new FamilyRevocation(ISSUER, "family", retain),
        new SubjectRevocation(ISSUER, "subject-of-alice", later, retain),
        new ClientRevocation(ISSUER, CLIENT, later, retain),
        new IssuerRevocation(ISSUER, later, retain));
  }

  @BeforeEach
  void pull() {
    feed.pull();
  }

  @Nested
  class WithToken {

    private final String token = TestJwts.accessToken().compact();

    @Test
    void authenticatesTheUserOfAValidToken() {
      assertThat(enforcement.withToken(token))
          .isInstanceOfSatisfying(
              Verdict.Authenticated.class,
              verdict -> assertThat(verdict.token().username()).isEqualTo("alice"));
    }

    @ParameterizedTest
    @MethodSource("io.tokenrevocation.filter.EnforcementTest#covering")
    void refusesATokenThatIsRevoked(Revocation revocation) {
      feed.apply(List.of(revocation));
      assertThat(enforcement.withToken(token)).isEqualTo(REVOKED);
    }

    @Test
    void refusesATokenThatAnotherNodeRevoked() {
      source.record(new FamilyRevocation(ISSUER, "family", TestRevocations.RETAIN_UNTIL));
      feed.pull();
      assertThat(enforcement.withToken(token)).isEqualTo(REVOKED);
    }

    @Test
    void authenticatesBesideARevocationOfAnotherFamily() {
      feed.apply(List.of(TestRevocations.ofFamily("other")));
      assertThat(enforcement.withToken(token)).isInstanceOf(Verdict.Authenticated.class);
    }

    @Test
    void refusesATokenForAnotherAudience() {
      assertThat(enforcement.withToken(TestJwts.accessToken().claim("client_id", "x").compact()))
          .isEqualTo(refusedFor(Reason.AUDIENCE));
    }

    @Test
    void refusesATokenThatIsNotValidWithTheReason() {
      var expired = TestJwts.accessToken().claim("exp", NOW.getEpochSecond()).compact();
      assertThat(enforcement.withToken(expired)).isEqualTo(refusedFor(Reason.EXPIRED));
    }

    @Test
    void refusesARevokedTokenAsSuchWhateverElseItLacks() {
      feed.apply(List.of(TestRevocations.ofFamily("family")));
      assertThat(enforcement("revocation.required-groups", "editors").withToken(token))
          .isEqualTo(REVOKED);
    }

    @Test
    void authenticatesTheUserOfAnIdTokenOnlyWhereThatIsAccepted() {
      var idToken = TestJwts.accessToken().claim("token_use", "id").compact();
      assertThat(enforcement.withToken(idToken)).isEqualTo(refusedFor(Reason.TYPE));
      assertThat(enforcement("revocation.accept-id-tokens", "true").withToken(idToken))
          .isInstanceOf(Verdict.Authenticated.class);
    }

    @Test
    void refusesATokenWithoutARequiredScope() {
      assertThat(enforcement("revocation.required-scopes", "openid").withToken(token))
          .isInstanceOf(Verdict.Authenticated.class);
      assertThat(enforcement("revocation.required-scopes", "openid, email").withToken(token))
          .isEqualTo(new Verdict.Refused(Challenge.scopesMissing(List.of("openid", "email"))));
    }

    @Test
    void refusesAnEmptyToken() {
      assertThat(enforcement.withToken("")).isEqualTo(refusedFor(Reason.MALFORMED));
    }
  }

  @Nested
  class WhenStale {

    private final String token = TestJwts.accessToken().compact();

    @BeforeEach
    void loseTheSource() {
      feed.apply(List.of(TestRevocations.ofFamily("signed-out")));
      source.goDown();
      ticker.advance(Duration.ofSeconds(31));
      feed.pull();
    }

    @Test
    void refusesWhatLacksAGroupAsSuch() {
      assertThat(enforcement("revocation.required-groups", "editors").withToken(token))
          .isEqualTo(new Verdict.Refused(Challenge.NOT_IN_A_GROUP));
    }

    @Test
    void asksAValidTokenToComeBackLater() {
      assertThat(enforcement.withToken(token)).isEqualTo(RETRY_LATER);
    }

    @Test
    void refusesWhatIsKnownToBeRevokedAsSuch() {
      var revoked = TestJwts.accessToken().claim("origin_jti", "signed-out").compact();
      assertThat(enforcement.withToken(revoked)).isEqualTo(REVOKED);
    }

    @Test
    void refusesAnInvalidTokenAsSuch() {
      assertThat(enforcement.withToken(TestJwts.accessToken().signedBy(TestKeys.ATTACKERS)))
          .isEqualTo(refusedFor(Reason.SIGNATURE));
    }

    @Test
    void goesOnByWhatIsKnownWhereThatIsAllowed() {
      var allowing = enforcement("revocation.when-stale", "allow-last-known");
      assertThat(allowing.withToken(token)).isInstanceOf(Verdict.Authenticated.class);
      assertThat(
              allowing.withToken(
                  TestJwts.accessToken().claim("origin_jti", "signed-out").compact()))
          .isEqualTo(REVOKED);
    }

    @Test
    void authenticatesAgainWhenTheSourceIsBack() {
      source.comeBack();
      feed.pull();
      assertThat(enforcement.withToken(token)).isInstanceOf(Verdict.Authenticated.class);
    }
  }

  @Nested
  class WithoutTheKeysOfTheIssuer {

    private final Enforcement waiting =
        new Enforcement(
            new FilterPolicy(TestContexts.settings(), List.of()),
            new TokenVerifier(TestKeys.unknown(), () -> NOW, Duration.ZERO),
            index,
            feed);

    @Test
    void asksATokenToComeBackLaterSinceNobodyCanTellWhetherItIsGood() {
      assertThat(waiting.withToken(TestJwts.accessToken().compact())).isEqualTo(RETRY_LATER);
    }

    @Test
    void refusesWhatIsNoToken() {
      assertThat(waiting.withToken("garbage")).isEqualTo(refusedFor(Reason.MALFORMED));
    }
  }

  @Nested
  class BeforeAnythingWasLoaded {

    private final RevocationFeed empty =
        new RevocationFeed(source, new RevocationIndex(10), () -> NOW, ticker);

    @Test
    void asksAValidTokenToComeBackLaterEvenWhereLastKnownIsAllowed() {
      var allowing =
          new Enforcement(
              new FilterPolicy(
                  TestContexts.settings("revocation.when-stale", "allow-last-known"), List.of()),
              new TokenVerifier(TestKeys.source(), () -> NOW, Duration.ZERO),
              index,
              empty);
      assertThat(allowing.withToken(TestJwts.accessToken().compact())).isEqualTo(RETRY_LATER);
    }
  }

  @Nested
  class Decide {

    @Test
    void refusesARequestWithoutATokenWhereOneIsRequired() {
      assertThat(enforcement.decide(TestRequests.to("/api", "/me")))
          .isEqualTo(new Verdict.Refused(Challenge.TOKEN_REQUIRED));
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
          .isEqualTo(new Verdict.Refused(Challenge.TOKEN_REQUIRED));
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
          .isEqualTo(refusedFor(Reason.MALFORMED));
    }

    @Test
    void refusesATokenThatWasRevokedMeanwhile() {
      feed.apply(List.of(TestRevocations.ofFamily("family")));
      assertThat(enforcement.decide(request)).isEqualTo(REVOKED);
    }

    @Test
    void wantsAudienceScopesAndGroupsOfItsOwn() {
      assertThat(enforcement("revocation.audiences", "other").decide(request))
          .isEqualTo(refusedFor(Reason.AUDIENCE));
      assertThat(enforcement("revocation.required-scopes", "orders").decide(request))
          .isEqualTo(new Verdict.Refused(Challenge.scopesMissing(List.of("orders"))));
      assertThat(enforcement("revocation.required-groups", "editors").decide(request))
          .isEqualTo(new Verdict.Refused(Challenge.NOT_IN_A_GROUP));
    }

    @Test
    void doesNotTakeAnIdTokenThatTheOtherFilterTook() {
      var idToken = TestTokens.of("alice").use(TokenUse.ID).verified();
      assertThat(
              enforcement.decide(new AuthenticatedRequest(TestRequests.to("/api", "/me"), idToken)))
          .isEqualTo(refusedFor(Reason.TYPE));
    }

    @Test
    void hasItsOwnLimitOfStaleness() {
      source.goDown();
      ticker.advance(Duration.ofSeconds(20));
      assertThat(enforcement.decide(request)).isInstanceOf(Verdict.Authenticated.class);
      assertThat(enforcement("revocation.max-staleness", "PT10S").decide(request))
          .isEqualTo(RETRY_LATER);
    }
  }
}
