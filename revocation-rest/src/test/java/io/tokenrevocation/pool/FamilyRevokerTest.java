package io.tokenrevocation.pool;

import static io.tokenrevocation.pool.TestAuthority.POOL;
import static io.tokenrevocation.pool.TestAuthority.done;
import static org.assertj.core.api.Assertions.assertThat;

import io.tokenrevocation.FamilyRevocation;
import io.tokenrevocation.feed.RevocationFeed;
import io.tokenrevocation.index.RevocationIndex;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FamilyRevokerTest {

  private static final TestAuthority AUTHORITY = new TestAuthority();

  private final User alice = AUTHORITY.users.add();
  private final IssuedTokens tokens = AUTHORITY.signIn(alice);
  private final String refreshToken = tokens.refreshToken().orElseThrow();

  @AfterAll
  static void close() {
    AUTHORITY.close();
  }

  @Nested
  @DisplayName("1.3: effects")
  class Revoked {

    private final IssuedTokens refreshed = done(AUTHORITY.refresh(tokens));
    private final IssuedTokens second = AUTHORITY.signIn(alice);

    Revoked() {
      assertThat(done(AUTHORITY.revoker.revoke(AUTHORITY.web, refreshToken)))
          .contains(AUTHORITY.family(tokens).id());
    }

    @Test
    void takesTheAccessTokenOfTheSignInOutOfUse() {
      assertThat(AUTHORITY.refuses(tokens)).isTrue();
    }

    @Test
    void takesAnAccessTokenMintedByRefreshOutOfUse() {
      assertThat(AUTHORITY.refuses(refreshed)).isTrue();
    }

    @Test
    void leavesASecondSignInAlone() {
      assertThat(AUTHORITY.refuses(second)).isFalse();
      assertThat(AUTHORITY.refresh(second)).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void isLearntByAnotherNodeFromTheLog() {
      var index = new RevocationIndex(1_000_000);
      new RevocationFeed(AUTHORITY.database.log(), index, InstantSource.system(), System::nanoTime)
          .pull();
      assertThat(index.covers(AUTHORITY.verified(tokens))).isTrue();
      assertThat(index.covers(AUTHORITY.verified(second))).isFalse();
    }

    @Test
    void isDoneOnceAndAnsweredAlikeWhenAskedTwice() {
      var before = AUTHORITY.family(tokens);
      var mark = TestLog.endOf(AUTHORITY.database.log());
      assertThat(done(AUTHORITY.revoker.revoke(AUTHORITY.web, refreshToken))).contains(before.id());
      assertThat(AUTHORITY.family(tokens)).isEqualTo(before);
      assertThat(TestLog.after(AUTHORITY.database.log(), mark)).isEmpty();
    }
  }

  @Test
  void isKeptUntilNoTokenOfTheFamilyCanPassAFilterWithTheGreatestLeeway() {
    var mark = TestLog.endOf(AUTHORITY.database.log());
    var family = AUTHORITY.family(tokens);
    done(AUTHORITY.revoker.revoke(AUTHORITY.web, refreshToken));
    assertThat(TestLog.after(AUTHORITY.database.log(), mark))
        .containsExactly(
            new FamilyRevocation(
                TestAuthority.ISSUER,
                family.id().toString(),
                family.minted().latestExpiry().plus(Duration.ofMinutes(5))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"garbage", "a.b.c", "a.b.c.d.e", "eyJhbGciOiJSUzI1NiJ9.e30.c2ln"})
  @DisplayName("RFC 7009, 2.2: an invalid token is answered like a revoked one")
  void doesNothingForAnUnknownToken(String unknown) {
    var mark = TestLog.endOf(AUTHORITY.database.log());
    assertThat(AUTHORITY.revoker.revoke(AUTHORITY.web, unknown))
        .isEqualTo(new Outcome.Done<>(Optional.empty()));
    assertThat(TestLog.after(AUTHORITY.database.log(), mark)).isEmpty();
  }

  @Nested
  class Refuses {

    @Test
    void anotherClientsToken() {
      assertRefused(Refusal.OTHER_CLIENT, AUTHORITY.mobile, refreshToken);
    }

    @Test
    void anAccessToken() {
      assertRefused(Refusal.NOT_A_REFRESH_TOKEN, AUTHORITY.web, tokens.accessToken());
    }

    @Test
    void anIdToken() {
      assertRefused(Refusal.NOT_A_REFRESH_TOKEN, AUTHORITY.web, tokens.idToken());
    }

    @Test
    void anExpiredAccessToken() {
      var tomorrow = AUTHORITY.revoker(Duration.ofDays(1));
      assertThat(tomorrow.revoke(AUTHORITY.web, tokens.accessToken()))
          .isEqualTo(new Outcome.Refused<>(Refusal.NOT_A_REFRESH_TOKEN));
    }

    @Test
    void anExpiredIdToken() {
      var tomorrow = AUTHORITY.revoker(Duration.ofDays(1));
      assertThat(tomorrow.revoke(AUTHORITY.web, tokens.idToken()))
          .isEqualTo(new Outcome.Refused<>(Refusal.NOT_A_REFRESH_TOKEN));
    }

    @Test
    void anythingOfAClientWhoseRevocationIsOff() {
      var off = TestAuthority.client(POOL, "web", EnumSet.allOf(AuthFlow.class), false);
      assertRefused(Refusal.REVOCATION_NOT_ENABLED, off, refreshToken);
      assertRefused(Refusal.REVOCATION_NOT_ENABLED, off, "garbage");
    }

    private void assertRefused(Refusal refusal, AppClient client, String token) {
      assertThat(AUTHORITY.revoker.revoke(client, token)).isEqualTo(new Outcome.Refused<>(refusal));
      assertThat(AUTHORITY.refuses(tokens)).isFalse();
      assertThat(AUTHORITY.refresh(tokens)).isInstanceOf(Outcome.Done.class);
    }
  }
}
