package io.tokenrevocation.pool;

import static io.tokenrevocation.pool.TestAuthority.ISSUER;
import static io.tokenrevocation.pool.TestAuthority.NOTE;
import static io.tokenrevocation.pool.TestAuthority.POOL;
import static io.tokenrevocation.pool.TestAuthority.done;
import static org.assertj.core.api.Assertions.assertThat;

import io.tokenrevocation.RevocationKey;
import io.tokenrevocation.TokenUse;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LiveTokensTest {

  private static final TestAuthority AUTHORITY = new TestAuthority();

  private final User alice = AUTHORITY.users.add();
  private final IssuedTokens tokens = AUTHORITY.signIn(alice);
  private final LiveSession session = new LiveSession(alice, AUTHORITY.family(tokens));

  @AfterAll
  static void close() {
    AUTHORITY.close();
  }

  @Test
  void findsAnAccessToken() {
    assertThat(find(tokens.accessToken()))
        .isEqualTo(new LiveToken.Signed(AUTHORITY.verified(tokens), session));
  }

  @Test
  void findsAnIdToken() {
    assertThat(find(tokens.idToken()))
        .isInstanceOfSatisfying(
            LiveToken.Signed.class,
            signed -> assertThat(signed.token().use()).isEqualTo(TokenUse.ID));
  }

  @Test
  void findsARefreshTokenAndLeavesItUsable() {
    assertThat(find(refreshToken())).isEqualTo(new LiveToken.Refresh(session, ISSUER));
    assertThat(AUTHORITY.refresh(tokens)).isInstanceOf(Outcome.Done.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "garbage", "a.b.c", "a.b.c.d.e", "\u0000"})
  void findsNothingElse(String garbage) {
    assertThat(AUTHORITY.liveTokens.find(POOL, garbage)).isEmpty();
  }

  @Test
  void findsNoAlteredToken() {
    assertThat(AUTHORITY.liveTokens.find(POOL, tokens.accessToken() + "A")).isEmpty();
    assertThat(AUTHORITY.liveTokens.find(POOL, refreshToken() + "A")).isEmpty();
  }

  @Test
  void findsNoTokenOfAnotherPool() {
    all()
        .forEach(
            token -> assertThat(AUTHORITY.liveTokens.find("eu-west-1_Other", token)).isEmpty());
  }

  @Test
  void findsNothingOfARevokedFamily() {
    done(AUTHORITY.revoker.revoke(AUTHORITY.web, refreshToken()));
    assertNoneFound();
  }

  @Test
  void findsNothingOfAUserWhoWasSignedOutEverywhere() {
    AUTHORITY.signOut.everywhere(TestAuthority.subject(alice), NOTE);
    assertNoneFound();
  }

  @Test
  void findsWhatAUserIsGivenAfterSigningOut() {
    AUTHORITY.signOut.everywhere(TestAuthority.subject(alice), NOTE);
    var again = AUTHORITY.signIn(alice);
    assertThat(AUTHORITY.liveTokens.find(POOL, again.accessToken())).isPresent();
    assertThat(AUTHORITY.liveTokens.find(POOL, again.refreshToken().orElseThrow())).isPresent();
  }

  @Test
  void findsTheOthersWhenOneTokenIsRevoked() {
    var id = String.valueOf(AUTHORITY.verified(tokens).tokenId());
    var key = new RevocationKey(RevocationKey.Kind.TOKEN, ISSUER, id);
    done(AUTHORITY.anyRevoker.revoke(new RevocationRequest(key, Optional.empty(), NOTE)));
    assertThat(AUTHORITY.liveTokens.find(POOL, tokens.accessToken())).isEmpty();
    assertThat(AUTHORITY.liveTokens.find(POOL, tokens.idToken())).isPresent();
    assertThat(AUTHORITY.liveTokens.find(POOL, refreshToken())).isPresent();
  }

  @Test
  void findsNothingOfADisabledUser() {
    AUTHORITY.users.disable(alice);
    assertNoneFound();
  }

  @Test
  @DisplayName("3.6: a disabled user's tokens stay out of use when they are enabled again")
  void findsNothingOfAUserWhoWasFoundDisabledOnce() {
    AUTHORITY.users.disable(alice);
    assertThat(AUTHORITY.liveTokens.find(POOL, refreshToken())).isEmpty();
    AUTHORITY.users.enable(alice);
    assertNoneFound();
  }

  @Test
  void findsNothingOfADeletedUser() {
    AUTHORITY.users.delete(alice);
    assertNoneFound();
  }

  @Test
  void findsNothingOfSomebodyElseWhoWasGivenTheName() {
    AUTHORITY.users.replace(alice);
    assertNoneFound();
  }

  @Test
  void findsNothingOfADeletedClient() {
    var id = "client" + UUID.randomUUID().toString().replace("-", "");
    AUTHORITY.clients.register(POOL, id, null, EnumSet.allOf(AuthFlow.class));
    var there = AUTHORITY.signIn(AUTHORITY.clients.find(id).orElseThrow(), alice);
    assertThat(AUTHORITY.liveTokens.find(POOL, there.accessToken())).isPresent();
    AUTHORITY.deletion.delete(POOL, id, NOTE);
    for (var token :
        List.of(there.accessToken(), there.idToken(), there.refreshToken().orElseThrow())) {
      assertThat(AUTHORITY.liveTokens.find(POOL, token)).isEmpty();
    }
  }

  /** A verifier allows for clocks that differ; who asks the authority itself asks one clock. */
  @Test
  void findsNoAccessTokenFromTheSecondItExpiresOn() {
    var left =
        Duration.between(InstantSource.system().instant(), AUTHORITY.verified(tokens).expiresAt());
    assertThat(AUTHORITY.liveTokens(left.minusSeconds(60)).accessToken(tokens.accessToken()))
        .isPresent();
    assertThat(AUTHORITY.liveTokens(left).accessToken(tokens.accessToken())).isEmpty();
  }

  @Test
  void takesOnlyAnAccessTokenForOne() {
    assertThat(AUTHORITY.liveTokens.accessToken(tokens.accessToken())).isPresent();
    assertThat(AUTHORITY.liveTokens.accessToken(tokens.idToken())).isEmpty();
    assertThat(AUTHORITY.liveTokens.accessToken(refreshToken())).isEmpty();
  }

  private LiveToken find(String token) {
    return AUTHORITY.liveTokens.find(POOL, token).orElseThrow();
  }

  private void assertNoneFound() {
    assertThat(all().filter(token -> AUTHORITY.liveTokens.find(POOL, token).isPresent())).isEmpty();
  }

  private Stream<String> all() {
    return Stream.of(tokens.accessToken(), tokens.idToken(), refreshToken());
  }

  private String refreshToken() {
    return tokens.refreshToken().orElseThrow();
  }
}
