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
import io.tokenrevocation.TokenRevocation;
import io.tokenrevocation.feed.RevocationFeed;
import io.tokenrevocation.index.RevocationIndex;
import io.tokenrevocation.token.TestJwts;
import io.tokenrevocation.token.TestKeys;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EnforcementTest extends EnforcementSteps {

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

  @Nested
  class WithToken {

    private final String token = TestJwts.accessToken().compact();

    @Test
    void authenticatesTheUserOfAValidToken() {
      assertThat(verdict(token))
          .isInstanceOfSatisfying(
              Verdict.Authenticated.class,
              verdict -> assertThat(verdict.token().username()).isEqualTo("alice"));
    }

    @ParameterizedTest
    @MethodSource("io.tokenrevocation.filter.EnforcementTest#covering")
    void refusesATokenThatIsRevoked(Revocation revocation) {
      feed.apply(List.of(revocation));
      assertThat(verdict(token)).is(REVOKED);
    }

    @Test
    void refusesATokenThatAnotherNodeRevoked() {
      source.record(new FamilyRevocation(ISSUER, "family", TestRevocations.RETAIN_UNTIL));
      feed.pull();
      assertThat(verdict(token)).is(REVOKED);
    }

    @Test
    void authenticatesBesideARevocationOfAnotherFamily() {
      feed.apply(List.of(TestRevocations.ofFamily("other")));
      assertThat(verdict(token)).isInstanceOf(Verdict.Authenticated.class);
    }

    @Test
    void refusesATokenForAnotherAudience() {
      assertThat(verdict(TestJwts.accessToken().claim("client_id", "x").compact()))
          .is(refusedFor(Reason.AUDIENCE));
    }

    @Test
    void refusesATokenThatIsNotValidWithTheReason() {
      var expired = TestJwts.accessToken().claim("exp", NOW.getEpochSecond()).compact();
      assertThat(verdict(expired)).is(refusedFor(Reason.EXPIRED));
    }

    @Test
    void refusesARevokedTokenAsSuchWhateverElseItLacks() {
      feed.apply(List.of(TestRevocations.ofFamily("family")));
      assertThat(verdict(enforcement("revocation.required-groups", "editors"), token)).is(REVOKED);
    }

    @Test
    void authenticatesTheUserOfAnIdTokenOnlyWhereThatIsAccepted() {
      var idToken = TestJwts.accessToken().claim("token_use", "id").compact();
      assertThat(verdict(idToken)).is(refusedFor(Reason.TYPE));
      assertThat(verdict(enforcement("revocation.accept-id-tokens", "true"), idToken))
          .isInstanceOf(Verdict.Authenticated.class);
    }

    @Test
    void refusesATokenWithoutARequiredScope() {
      assertThat(verdict(enforcement("revocation.required-scopes", "openid"), token))
          .isInstanceOf(Verdict.Authenticated.class);
      assertThat(verdict(enforcement("revocation.required-scopes", "openid, email"), token))
          .is(refused(Challenge.scopesMissing(List.of("openid", "email"))));
    }

    @Test
    void refusesAnEmptyToken() {
      assertThat(verdict("")).is(refusedFor(Reason.MALFORMED));
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
      assertThat(verdict(enforcement("revocation.required-groups", "editors"), token))
          .is(refused(Challenge.NOT_IN_A_GROUP));
    }

    @Test
    void asksAValidTokenToComeBackLater() {
      assertThat(verdict(token)).is(RETRY_LATER);
    }

    @Test
    void refusesWhatIsKnownToBeRevokedAsSuch() {
      var revoked = TestJwts.accessToken().claim("origin_jti", "signed-out").compact();
      assertThat(verdict(revoked)).is(REVOKED);
    }

    @Test
    void refusesAnInvalidTokenAsSuch() {
      assertThat(verdict(TestJwts.accessToken().signedBy(TestKeys.ATTACKERS)))
          .is(refusedFor(Reason.SIGNATURE));
    }

    @Test
    void goesOnByWhatIsKnownWhereThatIsAllowed() {
      var allowing = enforcement("revocation.when-stale", "allow-last-known");
      assertThat(verdict(allowing, token)).isInstanceOf(Verdict.Authenticated.class);
      assertThat(
              verdict(allowing, TestJwts.accessToken().claim("origin_jti", "signed-out").compact()))
          .is(REVOKED);
    }

    @Test
    void goesOnWithTheRequestsForWhichThatIsAllowed() {
      var allowing = enforcement("revocation.allow-stale", "GET /catalog/*, /health");
      assertThat(allowing.decide(TestRequests.to("GET", "/catalog/1", token)))
          .isInstanceOf(Verdict.Authenticated.class);
      assertThat(allowing.decide(TestRequests.to("POST", "/health", token)))
          .isInstanceOf(Verdict.Authenticated.class);
      assertThat(allowing.decide(TestRequests.to("POST", "/catalog/1", token))).is(RETRY_LATER);
      assertThat(allowing.decide(TestRequests.to("GET", "/orders", token))).is(RETRY_LATER);
    }

    @Test
    void authenticatesAgainWhenTheSourceIsBack() {
      source.comeBack();
      feed.pull();
      assertThat(verdict(token)).isInstanceOf(Verdict.Authenticated.class);
    }
  }

  @Nested
  class WithoutTheKeysOfTheIssuer {

    private final Enforcement waiting =
        new Enforcement(
            new FilterPolicy(TestContexts.settings(), List.of()),
            verifier(TestKeys.unknown()),
            index,
            feed);

    @Test
    void asksATokenToComeBackLaterSinceNobodyCanTellWhetherItIsGood() {
      assertThat(verdict(waiting, TestJwts.accessToken().compact())).is(RETRY_LATER);
    }

    @Test
    void refusesWhatIsNoToken() {
      assertThat(verdict(waiting, "garbage")).is(refusedFor(Reason.MALFORMED));
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
              verifier(TestKeys.source()),
              index,
              empty);
      assertThat(verdict(allowing, TestJwts.accessToken().compact())).is(RETRY_LATER);
    }
  }
}
