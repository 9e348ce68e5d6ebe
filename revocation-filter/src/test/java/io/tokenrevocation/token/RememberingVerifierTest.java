package io.tokenrevocation.token;

import static io.tokenrevocation.TestTokens.ISSUER;
import static io.tokenrevocation.TestTokens.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.nimbusds.jose.jwk.RSAKey;
import io.tokenrevocation.InvalidTokenException;
import io.tokenrevocation.InvalidTokenException.Reason;
import io.tokenrevocation.StoreUnavailableException;
import io.tokenrevocation.TokenUse;
import io.tokenrevocation.VerifiedToken;
import io.tokenrevocation.feed.FakeClock;
import java.security.PublicKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What is made of a token says whether it was verified or remembered. */
class RememberingVerifierTest {

  private static final Set<TokenUse> ACCESS = Set.of(TokenUse.ACCESS);
  private static final Duration LEEWAY = Duration.ofSeconds(10);
  private static final String TOKEN = TestJwts.accessToken().compact();

  private final FakeClock clock = new FakeClock(NOW);
  private final List<VerifiedToken> verified = new ArrayList<>();
  private @Nullable PublicKey key = TestKeys.publicKey(TestKeys.ISSUERS);
  private @Nullable TrustedIssuer issuer = issuer(TokenProfile.cognito(), Duration.ofHours(24));
  private final RememberingVerifier<VerifiedToken> verifier = remembering(1_000_000);

  private RememberingVerifier<VerifiedToken> remembering(long bytes) {
    return new RememberingVerifier<>(
        new TokenVerifier(uri -> Optional.ofNullable(issuer), clock, LEEWAY),
        bytes,
        token -> {
          verified.add(token);
          return token;
        },
        token -> true);
  }

  private TrustedIssuer issuer(TokenProfile profile, Duration longestLife) {
    return new TrustedIssuer(
        ISSUER, profile, longestLife, (keyId, algorithm) -> Optional.ofNullable(key));
  }

  private VerifiedToken verify(String compact) {
    return verifier.verify("Bearer " + compact, ACCESS);
  }

  private void assertRefused(String compact, Reason reason) {
    assertThatExceptionOfType(InvalidTokenException.class)
        .isThrownBy(() -> verify(compact))
        .returns(reason, InvalidTokenException::reason);
  }

  @Test
  void verifiesATokenOnce() {
    assertThat(verify(TOKEN)).isSameAs(verify(TOKEN));
    assertThat(verified).hasSize(1);
  }

  @Test
  void verifiesEachTokenByItself() {
    verify(TOKEN);
    verify(TestJwts.accessToken().claim("jti", "other").compact());
    assertThat(verified).extracting(VerifiedToken::tokenId).containsExactly("token", "other");
  }

  @Test
  void remembersNothingThatIsNotValid() {
    var forged = TestJwts.accessToken().signedBy(TestKeys.ATTACKERS);
    assertRefused(forged, Reason.SIGNATURE);
    assertRefused(forged, Reason.SIGNATURE);
  }

  @Test
  void takesNothingForATokenButTheSameCharacters() {
    verify(TOKEN);
    for (var at = 0; at < TOKEN.length(); at++) {
      var other = TOKEN.charAt(at) == 'A' ? 'B' : 'A';
      var altered = TOKEN.substring(0, at) + other + TOKEN.substring(at + 1);
      assertThatExceptionOfType(InvalidTokenException.class).isThrownBy(() -> verify(altered));
    }
    assertThat(verified).hasSize(1);
  }

  @Test
  void verifiesEveryTimeWhereNothingMayBeRemembered() {
    var forgetful = remembering(0);
    forgetful.verify("Bearer " + TOKEN, ACCESS);
    forgetful.verify("Bearer " + TOKEN, ACCESS);
    assertThat(verified).hasSize(2);
  }

  @Nested
  class RefusesARememberedToken {

    @Test
    void whenItHasExpired() {
      verify(TOKEN);
      clock.advance(Duration.ofSeconds(TestJwts.LIFETIME).plus(LEEWAY).minusMillis(1));
      verify(TOKEN);
      clock.advance(Duration.ofMillis(1));
      assertRefused(TOKEN, Reason.EXPIRED);
    }

    @Test
    void whenItsKeyIsWithdrawn() {
      verify(TOKEN);
      key = null;
      assertRefused(TOKEN, Reason.SIGNATURE);
    }

    @Test
    void whenItsKeyIsReplacedUnderTheSameName() {
      verify(TOKEN);
      key = TestKeys.publicKey(TestKeys.ATTACKERS);
      assertRefused(TOKEN, Reason.SIGNATURE);
    }

    @Test
    void whenItsIssuerIsTrustedNoLonger() {
      verify(TOKEN);
      issuer = null;
      assertRefused(TOKEN, Reason.ISSUER);
    }

    @Test
    void whenItsIssuersSettingsNoLongerAllowIt() {
      verify(TOKEN);
      issuer = issuer(TokenProfile.keycloak(), Duration.ofHours(24));
      assertRefused(TOKEN, Reason.TYPE);
      issuer = issuer(TokenProfile.cognito(), Duration.ofMinutes(59));
      assertRefused(TOKEN, Reason.LIFETIME);
    }

    @Test
    void whereItIsOfAnotherUseThanIsAccepted() {
      var credentials = "Bearer " + TestJwts.idToken().compact();
      verifier.verify(credentials, Set.of(TokenUse.ACCESS, TokenUse.ID));
      assertThatExceptionOfType(InvalidTokenException.class)
          .isThrownBy(() -> verifier.verify(credentials, ACCESS))
          .returns(Reason.TYPE, InvalidTokenException::reason);
    }
  }

  @Test
  void doesNotJudgeARememberedTokenWhileTheKeysOfItsIssuerAreUnknown() {
    verify(TOKEN);
    issuer =
        new TrustedIssuer(
            ISSUER,
            TokenProfile.cognito(),
            Duration.ofHours(24),
            (keyId, algorithm) -> {
              throw new StoreUnavailableException("the keys are not known");
            });
    assertThatExceptionOfType(StoreUnavailableException.class).isThrownBy(() -> verify(TOKEN));
  }

  @Test
  void takesTheSameKeyForTheSameWhoeverMadeIt() throws Exception {
    verify(TOKEN);
    key = RSAKey.parse(TestKeys.ISSUERS.toJSONString()).toPublicKey();
    verify(TOKEN);
    assertThat(verified).hasSize(1);
  }

  @Test
  void forgetsWhatHasExpiredAndNothingElse() {
    verify(TOKEN);
    clock.advance(Duration.ofSeconds(TestJwts.LIFETIME).plus(LEEWAY).minusMillis(1));
    verifier.forgetExpired();
    verify(TOKEN);
    assertThat(verified).hasSize(1);

    clock.advance(Duration.ofMillis(1));
    verifier.forgetExpired();
    clock.advance(Duration.ofMillis(-1));
    verify(TOKEN);
    assertThat(verified).as("it would be good, were it remembered").hasSize(2);
  }

  @Test
  void forgetsSomeWhenThereIsNoRoomForAll() {
    var small = remembering(10_000);
    for (var id = 0; id < 100; id++) {
      small.verify("Bearer " + TestJwts.accessToken().claim("jti", "token" + id).compact(), ACCESS);
    }
    verified.clear();
    for (var id = 0; id < 100; id++) {
      small.verify("Bearer " + TestJwts.accessToken().claim("jti", "token" + id).compact(), ACCESS);
    }
    assertThat(verified).hasSizeGreaterThan(90);
  }

  @Test
  void remembersEveryTokenThatThereIsRoomFor() {
    for (var time = 0; time < 2; time++) {
      for (var id = 0; id < 100; id++) {
        verify(TestJwts.accessToken().claim("jti", "token" + id).compact());
      }
    }
    assertThat(verified).hasSize(100);
  }

  @Test
  void remembersATokenInUseRatherThanThoseThatCameOnce() {
    var small = remembering(50_000);
    for (var other = 0; other < 200; other++) {
      small.verify("Bearer " + TOKEN, ACCESS);
      var once = TestJwts.accessToken().claim("jti", "other" + other).compact();
      small.verify("Bearer " + once, ACCESS);
      clock.advance(Duration.ofSeconds(10));
    }
    assertThat(verified).filteredOn(token -> "token".equals(token.tokenId())).hasSize(1);
  }
}
