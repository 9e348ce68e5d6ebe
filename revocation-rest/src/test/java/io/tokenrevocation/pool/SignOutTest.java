package io.tokenrevocation.pool;

import static io.tokenrevocation.pool.TestAuthority.NOTE;
import static io.tokenrevocation.pool.TestAuthority.done;
import static io.tokenrevocation.pool.TestAuthority.subject;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.tokenrevocation.SubjectRevocation;
import io.tokenrevocation.feed.RevocationFeed;
import io.tokenrevocation.index.RevocationIndex;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class SignOutTest {

  private static final int ROUNDS = 30;
  private static final TestAuthority AUTHORITY = new TestAuthority();

  private final User alice = AUTHORITY.users.add();

  @AfterAll
  static void close() {
    AUTHORITY.close();
  }

  @Nested
  class Everywhere {

    private final IssuedTokens phone = AUTHORITY.signIn(AUTHORITY.mobile, alice);
    private final IssuedTokens browser = AUTHORITY.signIn(alice);
    private final IssuedTokens refreshed = done(AUTHORITY.refresh(browser));
    private final IssuedTokens somebodyElses = AUTHORITY.signIn(AUTHORITY.users.add());

    Everywhere() {
      AUTHORITY.signOut.everywhere(subject(alice), NOTE);
    }

    @Test
    void takesTheTokensOfEveryClientOutOfUse() {
      assertThat(AUTHORITY.refuses(phone)).isTrue();
      assertThat(AUTHORITY.refuses(browser)).isTrue();
      assertThat(AUTHORITY.refuses(refreshed)).isTrue();
    }

    @Test
    void takesEveryRefreshTokenOutOfUse() {
      assertThat(AUTHORITY.refresh(browser)).isEqualTo(new Outcome.Refused<>(Refusal.REVOKED));
      assertThat(AUTHORITY.refresh.refresh(AUTHORITY.mobile, phone.refreshToken().orElseThrow()))
          .isEqualTo(new Outcome.Refused<>(Refusal.REVOKED));
    }

    @Test
    void leavesSomebodyElseAlone() {
      assertThat(AUTHORITY.refuses(somebodyElses)).isFalse();
      assertThat(AUTHORITY.refresh(somebodyElses)).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void isLearntByAnotherNodeFromTheLog() {
      var index = new RevocationIndex(1_000_000);
      var later = AUTHORITY.signIn(alice);
      new RevocationFeed(AUTHORITY.database.log(), index, InstantSource.system(), System::nanoTime)
          .pull();
      assertThat(index.covers(AUTHORITY.verified(browser))).isTrue();
      assertThat(index.covers(AUTHORITY.verified(phone))).isTrue();
      assertThat(index.covers(AUTHORITY.verified(later))).isFalse();
    }
  }

  @Test
  void isHarmlessForSomebodyWhoNeverSignedIn() {
    assertThatCode(() -> AUTHORITY.signOut.everywhere(subject(alice), NOTE))
        .doesNotThrowAnyException();
    assertThat(AUTHORITY.refuses(AUTHORITY.signIn(alice))).isFalse();
  }

  @Test
  void isKeptForTheLongestLifeOfATokenAndTheGreatestLeeway() {
    AUTHORITY.signIn(alice);
    var mark = TestLog.endOf(AUTHORITY.database.log());
    AUTHORITY.signOut.everywhere(subject(alice), NOTE);
    assertThat(TestLog.after(AUTHORITY.database.log(), mark))
        .first()
        .isInstanceOfSatisfying(
            SubjectRevocation.class,
            revocation ->
                assertThat(revocation.retainUntil())
                    .isEqualTo(
                        revocation.issuedBefore().plus(Duration.ofHours(24)).plusSeconds(300)));
  }

  @Test
  void neverCutsOffBelowTheNewestTokenWhenTheClockWasSetBack() {
    var future = AUTHORITY.verified(AUTHORITY.signIn(alice)).issuedAt().plusSeconds(8);
    setCutOff(future);
    var minted = AUTHORITY.signIn(alice);
    setCutOff(future.minusSeconds(8));
    AUTHORITY.signOut.everywhere(subject(alice), NOTE);
    assertThat(AUTHORITY.verified(minted).issuedAt()).isEqualTo(future);
    assertThat(AUTHORITY.refuses(minted)).isTrue();
    assertThat(AUTHORITY.refuses(AUTHORITY.signIn(alice))).isFalse();
  }

  /** The cut-off has whole seconds, as iat has; what comes before and after it does not. */
  @Test
  void tellsTokensOfTheSameSecondApartByWhetherTheyWereMintedBeforeIt() {
    var inTheSameSecond = 0;
    for (var round = 0; round < ROUNDS; round++) {
      var before = AUTHORITY.signIn(alice);
      var beforeRefreshed = done(AUTHORITY.refresh(before));
      AUTHORITY.signOut.everywhere(subject(alice), NOTE);
      var after = AUTHORITY.signIn(alice);
      var afterRefreshed = done(AUTHORITY.refresh(after));

      assertThat(AUTHORITY.refuses(before)).isTrue();
      assertThat(AUTHORITY.refuses(beforeRefreshed)).isTrue();
      assertThat(AUTHORITY.refresh(before)).isEqualTo(new Outcome.Refused<>(Refusal.REVOKED));
      assertThat(AUTHORITY.refuses(after)).isFalse();
      assertThat(AUTHORITY.refuses(afterRefreshed)).isFalse();
      if (AUTHORITY.verified(before).issuedAt().equals(AUTHORITY.verified(after).issuedAt())) {
        inTheSameSecond++;
      }
    }
    assertThat(inTheSameSecond).as("rounds within one second").isPositive();
  }

  @Nested
  class AtOnesOwnWish {

    private final IssuedTokens tokens = AUTHORITY.signIn(alice);
    private final LiveSession session = done(AUTHORITY.liveSessions.of(AUTHORITY.verified(tokens)));

    @Test
    void isDoneForALiveSession() {
      assertThat(done(AUTHORITY.signOut.everywhere(session))).isEqualTo(alice);
      assertThat(AUTHORITY.refuses(tokens)).isTrue();
    }

    @Test
    void isRefusedTheSecondTimeAndSparesWhoSignedInBetween() {
      done(AUTHORITY.signOut.everywhere(session));
      var later = AUTHORITY.signIn(alice);
      assertThat(AUTHORITY.signOut.everywhere(session))
          .isEqualTo(new Outcome.Refused<>(Refusal.REVOKED));
      assertThat(AUTHORITY.refuses(later)).isFalse();
      assertThat(AUTHORITY.refresh(later)).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void isRefusedToASessionThatWasRevokedMeanwhile() {
      done(AUTHORITY.revoker.revoke(AUTHORITY.web, tokens.refreshToken().orElseThrow()));
      var other = AUTHORITY.signIn(alice);
      assertThat(AUTHORITY.signOut.everywhere(session))
          .isEqualTo(new Outcome.Refused<>(Refusal.REVOKED));
      assertThat(AUTHORITY.refuses(other)).isFalse();
    }
  }

  private void setCutOff(Instant cutOff) {
    AUTHORITY.sessions.inTransaction(
        transaction -> {
          var state = transaction.lockExclusively(subject(alice));
          transaction.save(subject(alice), new SubjectState(state.signOutEpoch(), cutOff));
          return true;
        });
  }
}
