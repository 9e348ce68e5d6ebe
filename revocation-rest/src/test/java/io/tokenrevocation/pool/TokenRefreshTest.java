package io.tokenrevocation.pool;

import static io.tokenrevocation.pool.TestAuthority.POOL;
import static io.tokenrevocation.pool.TestAuthority.done;
import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokenRefreshTest {

  private static final TestAuthority AUTHORITY = new TestAuthority();

  private final User alice = AUTHORITY.users.add();
  private final IssuedTokens tokens = AUTHORITY.signIn(alice);
  private final String refreshToken = tokens.refreshToken().orElseThrow();

  @AfterAll
  static void close() {
    AUTHORITY.close();
  }

  @Nested
  class Refreshed {

    private final IssuedTokens refreshed = done(AUTHORITY.refresh(tokens));

    @Test
    void staysInTheFamilyOfTheSignIn() {
      assertThat(AUTHORITY.verified(refreshed).familyId())
          .isEqualTo(AUTHORITY.verified(tokens).familyId());
    }

    @Test
    void hasAnIdOfItsOwn() {
      assertThat(AUTHORITY.verified(refreshed).tokenId())
          .isNotEqualTo(AUTHORITY.verified(tokens).tokenId());
    }

    @Test
    void bringsNoNewRefreshToken() {
      assertThat(refreshed.refreshToken()).isEmpty();
    }

    @Test
    void leavesTheRefreshTokenUsable() {
      assertThat(AUTHORITY.refresh(tokens)).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void keepsTheTimeOfTheSignInAndTheEndOfTheRefreshToken() {
      var family = AUTHORITY.family(refreshed);
      var signedIn = AUTHORITY.verified(tokens).issuedAt();
      assertThat(family.authTime()).isEqualTo(signedIn);
      assertThat(family.refreshExpiresAt()).isEqualTo(signedIn.plus(Duration.ofDays(30)));
    }

    @Test
    void isWithinTheBoundsOfItsFamily() {
      var token = AUTHORITY.verified(refreshed);
      assertThat(AUTHORITY.family(refreshed).minted())
          .isEqualTo(new Family.Minted(token.issuedAt(), token.expiresAt()));
    }
  }

  @Nested
  class Refuses {

    @ParameterizedTest
    @ValueSource(strings = {"", "garbage", "a.b.c.d.e"})
    void aTokenItNeverIssued(String unknown) {
      assertRefused(Refusal.UNKNOWN_REFRESH_TOKEN, AUTHORITY.web, unknown);
    }

    @Test
    void anAccessToken() {
      assertRefused(Refusal.UNKNOWN_REFRESH_TOKEN, AUTHORITY.web, tokens.accessToken());
    }

    @Test
    void anotherClient() {
      assertRefused(Refusal.OTHER_CLIENT, AUTHORITY.mobile, refreshToken);
    }

    @Test
    void aClientOfAnotherPoolAsIfTheTokenWereUnknown() {
      var flows = EnumSet.allOf(AuthFlow.class);
      var elsewhere = TestAuthority.client("eu-west-1_Other", "web", flows, true);
      assertRefused(Refusal.UNKNOWN_REFRESH_TOKEN, elsewhere, refreshToken);
    }

    @Test
    void aClientThatWasNotGivenTheFlow() {
      var client = TestAuthority.client(POOL, "web", Set.of(AuthFlow.USER_PASSWORD), true);
      assertRefused(Refusal.FLOW_NOT_ENABLED, client, refreshToken);
    }

    @Test
    void aDisabledUser() {
      AUTHORITY.users.disable(alice);
      assertRefused(Refusal.USER_DISABLED, AUTHORITY.web, refreshToken);
    }

    @Test
    void aDeletedUser() {
      AUTHORITY.users.delete(alice);
      assertRefused(Refusal.USER_DELETED, AUTHORITY.web, refreshToken);
    }

    @Test
    void somebodyElseWhoWasGivenTheName() {
      AUTHORITY.users.replace(alice);
      assertRefused(Refusal.USER_DELETED, AUTHORITY.web, refreshToken);
    }

    @Test
    void aRevokedFamily() {
      done(AUTHORITY.revoker.revoke(AUTHORITY.web, refreshToken));
      assertRefused(Refusal.REVOKED, AUTHORITY.web, refreshToken);
    }

    @Test
    void aUserWhoWasSignedOutEverywhere() {
      AUTHORITY.signOut.everywhere(TestAuthority.subject(alice), TestAuthority.NOTE);
      assertRefused(Refusal.REVOKED, AUTHORITY.web, refreshToken);
    }

    @Test
    void anExpiredTokenFromThatInstantOn() {
      var now = AUTHORITY.verified(tokens).issuedAt();
      assertRefused(Refusal.EXPIRED, AUTHORITY.web, endingAt(now));
      var works = AUTHORITY.refresh.refresh(AUTHORITY.web, endingAt(now.plusSeconds(60)));
      assertThat(works).isInstanceOf(Outcome.Done.class);
    }

    @ParameterizedTest
    @CsvSource({"PT167H, EXPIRED", "PT169H, UNKNOWN_REFRESH_TOKEN"})
    void anExpiredTokenAsUnknownAfterAWeek(Duration ago, Refusal refusal) {
      var end = AUTHORITY.verified(tokens).issuedAt().minus(ago);
      var token = endingAt(end);
      assertRefused(refusal, AUTHORITY.web, token);
      assertThat(AUTHORITY.liveTokens.find(TestAuthority.POOL, token)).isEmpty();
    }

    private void assertRefused(Refusal refusal, AppClient client, String token) {
      assertThat(AUTHORITY.refresh.refresh(client, token))
          .isEqualTo(new Outcome.Refused<>(refusal));
    }

    /** A refresh token of a family like that of the sign-in. */
    private String endingAt(Instant end) {
      var like = AUTHORITY.family(tokens);
      var token = RefreshToken.first();
      var family =
          new Family(
              UUID.randomUUID(),
              like.owner(),
              like.username(),
              like.clientId(),
              like.signOutEpoch(),
              like.authTime(),
              like.signedInBy(),
              RefreshTokens.first(token),
              end,
              like.minted(),
              null);
      AUTHORITY.sessions.inTransaction(
          transaction -> {
            transaction.open(family);
            return true;
          });
      return token.text();
    }
  }

  @Test
  void waitsForASignOutThatIsUnderWayAndIsRefused() throws Exception {
    CompletableFuture<Outcome<IssuedTokens>> refreshing =
        AUTHORITY.sessions.inTransaction(
            transaction -> {
              var state = transaction.lockExclusively(TestAuthority.subject(alice));
              var waiting =
                  CompletableFuture.supplyAsync(
                      () -> AUTHORITY.refresh(tokens), TestThreads::start);
              assertThatThrownBy(() -> waiting.get(200, MILLISECONDS))
                  .isInstanceOf(TimeoutException.class);
              transaction.save(
                  TestAuthority.subject(alice), state.signedOutAgain(state.signedOutAt()));
              return waiting;
            });
    assertThat(refreshing.get(10, SECONDS)).isEqualTo(new Outcome.Refused<>(Refusal.REVOKED));
  }

  @Test
  void knowsWhoseSignInARefreshTokenIsOf() {
    assertThat(AUTHORITY.refresh.usernameOf(AUTHORITY.web, refreshToken))
        .contains(alice.username());
    assertThat(AUTHORITY.refresh.usernameOf(AUTHORITY.web, "garbage")).isEmpty();
  }
}
