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
      assertThat(enforcement.withToken(BEARER + token))
          .isInstanceOfSatisfying(
              Verdict.Authenticated.class,
              verdict -> assertThat(verdict.token().username()).isEqualTo("alice"));
    }

    @ParameterizedTest
    @MethodSource("io.tokenrevocation.filter.EnforcementTest#covering")
    void refusesATokenThatIsRevoked(Revocation revocation) {
      feed.apply(List.of(revocation));
      assertThat(enforcement.withToken(BEARER + token)).is(REVOKED);
    }

    @Test
    void refusesATokenThatAnotherNodeRevoked() {
      source.record(new FamilyRevocation(ISSUER, "family", TestRevocations.RETAIN_UNTIL));
      feed.pull();
      assertThat(enforcement.withToken(BEARER + token)).is(REVOKED);
    }

    @Test
    void authenticatesBesideARevocationOfAnotherFamily() {
      feed.apply(List.of(TestRevocations.ofFamily("other")));
      assertThat(enforcement.withToken(BEARER + token)).isInstanceOf(Verdict.Authenticated.class);
    }

    @Test
    void refusesATokenForAnotherAudience() {
      assertThat(
              enforcement.withToken(
                  BEARER + TestJwts.accessToken().claim("client_id", "x").compact()))
          .is(refusedFor(Reason.AUDIENCE));
    }

    @Test
    void refusesATokenThatIsNotValidWithTheReason() {
      var expired = TestJwts.accessToken().claim("exp", NOW.getEpochSecond()).compact();
      assertThat(enforcement.withToken(BEARER + expired)).is(refusedFor(Reason.EXPIRED));
    }

    @Test
    void refusesARevokedTokenAsSuchWhateverElseItLacks() {
      feed.apply(List.of(TestRevocations.ofFamily("family")));
      assertThat(enforcement("revocation.required-groups", "editors").withToken(BEARER + token))
          .is(REVOKED);
    }

    @Test
    void authenticatesTheUserOfAnIdTokenOnlyWhereThatIsAccepted() {
      var idToken = TestJwts.accessToken().claim("token_use", "id").compact();
      assertThat(enforcement.withToken(BEARER + idToken)).is(refusedFor(Reason.TYPE));
      assertThat(enforcement("revocation.accept-id-tokens", "true").withToken(BEARER + idToken))
          .isInstanceOf(Verdict.Authenticated.class);
    }

    @Test
    void refusesATokenWithoutARequiredScope() {
      assertThat(enforcement("revocation.required-scopes", "openid").withToken(BEARER + token))
          .isInstanceOf(Verdict.Authenticated.class);
      assertThat(
              enforcement("revocation.required-scopes", "openid, email").withToken(BEARER + token))
          .is(refused(Challenge.scopesMissing(List.of("openid", "email"))));
    }

    @Test
    void refusesAnEmptyToken() {
      assertThat(enforcement.withToken(BEARER + "")).is(refusedFor(Reason.MALFORMED));
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
      assertThat(enforcement("revocation.required-groups", "editors").withToken(BEARER + token))
          .is(refused(Challenge.NOT_IN_A_GROUP));
    }

    @Test
    void asksAValidTokenToComeBackLater() {
      assertThat(enforcement.withToken(BEARER + token)).is(RETRY_LATER);
    }

    @Test
    void refusesWhatIsKnownToBeRevokedAsSuch() {
      var revoked = TestJwts.accessToken().claim("origin_jti", "signed-out").compact();
      assertThat(enforcement.withToken(BEARER + revoked)).is(REVOKED);
    }

    @Test
    void refusesAnInvalidTokenAsSuch() {
      assertThat(
              enforcement.withToken(BEARER + TestJwts.accessToken().signedBy(TestKeys.ATTACKERS)))
          .is(refusedFor(Reason.SIGNATURE));
    }

    @Test
    void goesOnByWhatIsKnownWhereThatIsAllowed() {
      var allowing = enforcement("revocation.when-stale", "allow-last-known");
      assertThat(allowing.withToken(BEARER + token)).isInstanceOf(Verdict.Authenticated.class);
      assertThat(
              allowing.withToken(
                  BEARER + TestJwts.accessToken().claim("origin_jti", "signed-out").compact()))
          .is(REVOKED);
    }

    @Test
    void authenticatesAgainWhenTheSourceIsBack() {
      source.comeBack();
      feed.pull();
      assertThat(enforcement.withToken(BEARER + token)).isInstanceOf(Verdict.Authenticated.class);
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
      assertThat(waiting.withToken(BEARER + TestJwts.accessToken().compact())).is(RETRY_LATER);
    }

    @Test
    void refusesWhatIsNoToken() {
      assertThat(waiting.withToken(BEARER + "garbage")).is(refusedFor(Reason.MALFORMED));
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
      assertThat(allowing.withToken(BEARER + TestJwts.accessToken().compact())).is(RETRY_LATER);
    }
  }
}
