package io.tokenrevocation.pool;

import static io.tokenrevocation.pool.TestAuthority.FOREIGN;
import static io.tokenrevocation.pool.TestAuthority.ISSUER;
import static io.tokenrevocation.pool.TestAuthority.LEEWAY;
import static io.tokenrevocation.pool.TestAuthority.NOTE;
import static io.tokenrevocation.pool.TestAuthority.done;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.tokenrevocation.CutOffRevocation;
import io.tokenrevocation.RevocationKey.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RevokerTest extends RevokerSteps {

  @Nested
  class InAnOwnPool {

    @Test
    void takesOneTokenOutOfUseAndNotItsFamily() {
      var refreshed = done(authority.refresh(tokens));
      done(revoke(Kind.TOKEN, ISSUER, String.valueOf(token.tokenId())));

      assertThat(authority.refuses(tokens)).isTrue();
      assertThat(authority.refuses(refreshed)).isFalse();
      assertThat(authority.refresh(tokens)).isInstanceOf(Outcome.Done.class);
      assertRefused(Refusal.REVOKED, authority.liveSessions.of(token));
    }

    @Test
    void takesAFamilyOutOfUseWithItsRefreshToken() {
      var second = authority.signIn(alice);
      done(revoke(Kind.FAMILY, ISSUER, String.valueOf(token.familyId())));

      assertThat(authority.refuses(tokens)).isTrue();
      assertRefreshIsRefused(tokens);
      assertThat(authority.refuses(second)).isFalse();
    }

    @Test
    void signsASubjectOutToTheToken() {
      done(revoke(Kind.SUBJECT, ISSUER, alice.subject()));
      var later = authority.signIn(alice);

      assertThat(authority.refuses(tokens)).isTrue();
      assertRefreshIsRefused(tokens);
      assertThat(authority.refuses(later)).isFalse();
      assertThat(authority.refresh(later)).isInstanceOf(Outcome.Done.class);
    }

    @ParameterizedTest
    @EnumSource(
        value = Kind.class,
        names = {"SUBJECT", "CLIENT", "ISSUER"})
    void takesWhatWasIssuedBeforeAnInstantOutOfUseAndNothingElse(Kind kind) {
      var value =
          switch (kind) {
            case SUBJECT -> alice.subject();
            case CLIENT -> authority.web.id();
            default -> ISSUER;
          };
      done(revoke(kind, ISSUER, value, token.issuedAt()));
      assertThat(authority.refuses(tokens)).isFalse();
      assertThat(authority.refresh(tokens)).isInstanceOf(Outcome.Done.class);

      done(revoke(kind, ISSUER, value, token.issuedAt().plusSeconds(1)));
      assertThat(authority.refuses(tokens)).isTrue();
      assertRefused(Refusal.REVOKED, authority.liveSessions.of(token));
      assertRefreshIsRefused(tokens);
    }

    @Test
    void takesWhatAClientWasGivenOutOfUseAndSparesOtherClients() {
      var mobile = authority.signIn(authority.mobile, alice);
      done(revoke(Kind.CLIENT, ISSUER, authority.web.id()));

      assertThat(authority.refuses(tokens)).isTrue();
      assertRefreshIsRefused(tokens);
      assertThat(authority.refuses(mobile)).isFalse();
    }

    @Test
    void takesWhatThePoolIssuedOutOfUse() {
      var mobile = authority.signIn(authority.mobile, authority.users.add());
      done(revoke(Kind.ISSUER, ISSUER, ISSUER));

      assertThat(authority.refuses(tokens)).isTrue();
      assertThat(authority.refuses(mobile)).isTrue();
    }

    @Test
    void knowsNoSessions() {
      assertRefused(Refusal.NO_SESSIONS, revoke(Kind.SESSION, ISSUER, "s1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"f1", "00000000-0000-4000-8000-000000000000"})
    void findsNoFamilyThatIsNone(String family) {
      assertRefused(Refusal.UNKNOWN_FAMILY, revoke(Kind.FAMILY, ISSUER, family));
    }

    @Test
    void acceptsAnOldCutOffAsLongAsARefreshTokenOfThatTimeMayBeLive() {
      var weekAgo = Instant.ofEpochSecond(now.getEpochSecond()).minus(Duration.ofDays(7));
      assertRefused(
          Refusal.CUT_OFF_TOO_OLD, revoke(Kind.SUBJECT, ISSUER, alice.subject(), weekAgo));

      var token = RefreshToken.first();
      var family =
          TestFamilies.of(TestAuthority.subject(alice), alice.username(), weekAgo.minusSeconds(1))
              .rotated(RefreshTokens.first(token));
      authority.sessions.inTransaction(
          transaction -> {
            transaction.open(family);
            return true;
          });
      done(revoke(Kind.SUBJECT, ISSUER, alice.subject(), weekAgo));
      assertRefused(Refusal.REVOKED, authority.refresh.refresh(authority.web, token.text()));
    }
  }

  @Nested
  class ACutOff {

    @ParameterizedTest
    @EnumSource(
        value = Kind.class,
        names = {"TOKEN", "FAMILY", "SESSION"})
    void isNotForWhatIsNamedSingly(Kind kind) {
      assertRefused(Refusal.CUT_OFF_NOT_TAKEN, revoke(kind, FOREIGN, "x", now));
    }

    @ParameterizedTest
    @ValueSource(strings = {FOREIGN, ISSUER})
    void isNotFurtherAheadThanClocksDiffer(String issuer) {
      var ahead = Instant.ofEpochSecond(now.getEpochSecond()).plus(LEEWAY);
      assertThat(revoke(Kind.SUBJECT, issuer, "bob", ahead)).isInstanceOf(Outcome.Done.class);
      assertRefused(
          Refusal.CUT_OFF_IN_THE_FUTURE,
          revoke(Kind.SUBJECT, issuer, "bob", ahead.plus(Duration.ofMinutes(2))));
    }

    @Test
    void isNotOlderThanAnythingThatCouldLive() {
      var oldest = now.minus(Duration.ofHours(8)).minus(Duration.ofMinutes(5));
      assertRefused(
          Refusal.CUT_OFF_TOO_OLD, revoke(Kind.SUBJECT, FOREIGN, "bob", oldest.minusSeconds(2)));
      assertThat(revoke(Kind.SUBJECT, FOREIGN, "bob", oldest.plusSeconds(60)))
          .isInstanceOf(Outcome.Done.class);
    }

    @Test
    void isRoundedUpToTheResolutionOfATokensTime() {
      var recorded =
          done(
              revoke(Kind.SUBJECT, FOREIGN, "bob", Instant.ofEpochSecond(now.getEpochSecond(), 1)));
      assertThat(((CutOffRevocation) recorded.revocation()).issuedBefore())
          .isEqualTo(Instant.ofEpochSecond(now.getEpochSecond() + 1));
    }
  }

  @Nested
  class DoneAgain {

    @Test
    void answersWithWhatIsThere() {
      for (var kind : new Kind[] {Kind.TOKEN, Kind.FAMILY, Kind.SESSION}) {
        var first = done(revoke(kind, FOREIGN, "again"));
        assertThat(done(revoke(kind, FOREIGN, "again"))).isEqualTo(first);
      }
    }

    @Test
    void answersWithTheFamilysRevocation() {
      var first = done(revoke(Kind.FAMILY, ISSUER, String.valueOf(token.familyId())));
      assertThat(done(revoke(Kind.FAMILY, ISSUER, String.valueOf(token.familyId()))))
          .isEqualTo(first);
    }

    @Test
    void keepsTheLaterBound() {
      var second = Instant.ofEpochSecond(now.getEpochSecond());
      var first = done(revoke(Kind.SUBJECT, FOREIGN, "carol", second));
      assertThat(done(revoke(Kind.SUBJECT, FOREIGN, "carol", second.minusSeconds(1))))
          .isEqualTo(first);
      assertThat(done(revoke(Kind.SUBJECT, FOREIGN, "carol", second.plusSeconds(1))))
          .isNotEqualTo(first);
    }
  }

  @Test
  void signsTheUserOfATokenOutHere() {
    var other = authority.signIn(alice);
    authority.anyRevoker.signOutHere(token, NOTE);
    assertThat(authority.refuses(tokens)).isTrue();
    assertThat(authority.refuses(other)).isFalse();
  }

  @Test
  void signsTheUserOfATokenOutEverywhere() {
    var other = authority.signIn(authority.mobile, alice);
    authority.anyRevoker.signOutEverywhere(token, NOTE);
    assertThat(authority.refuses(tokens)).isTrue();
    assertThat(authority.refuses(other)).isTrue();
  }

  @Test
  void keepsWhoDidItAndWhy() {
    var recorded = done(revoke(Kind.TOKEN, FOREIGN, UUID.randomUUID().toString()));
    assertThat(recorded.note()).isEqualTo(NOTE);
    var logged =
        authority.sessions.inTransaction(
            transaction -> transaction.logged(List.of(recorded.revocation().key())));
    assertThat(logged).containsExactly(recorded);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\nb", "a\u0000", "\r"})
  void takesNoReasonThatCouldPassForAnotherLineOfALog(String reason) {
    assertThatIllegalArgumentException().isThrownBy(() -> new Note("test", reason));
  }
}
