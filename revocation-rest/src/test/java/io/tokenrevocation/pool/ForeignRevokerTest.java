package io.tokenrevocation.pool;

import static io.tokenrevocation.pool.TestAuthority.FOREIGN;
import static io.tokenrevocation.pool.TestAuthority.NOTE;
import static io.tokenrevocation.pool.TestAuthority.done;
import static org.assertj.core.api.Assertions.assertThat;

import io.tokenrevocation.CutOffRevocation;
import io.tokenrevocation.Revocation;
import io.tokenrevocation.RevocationKey;
import io.tokenrevocation.RevocationKey.Kind;
import io.tokenrevocation.SessionRevocation;
import io.tokenrevocation.TokenUse;
import io.tokenrevocation.VerifiedToken;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ForeignRevokerTest extends RevokerSteps {

  @Nested
  class OfAnotherIssuer {

    private final String value = UUID.randomUUID().toString();

    @ParameterizedTest
    @EnumSource(
        value = Kind.class,
        names = {"TOKEN", "FAMILY", "SESSION"})
    void takesOutOfUseWhatIsNamed(Kind kind) {
      var named = foreign(value, value, value, now);
      var other = foreign("x", "x", "x", now);
      done(revoke(kind, FOREIGN, value));

      assertThat(authority.index.covers(named)).isTrue();
      assertThat(authority.index.covers(other)).isFalse();
    }

    @Test
    void cutsASubjectOffAtTheEndOfTheSecond() {
      var recorded = done(revoke(Kind.SUBJECT, FOREIGN, alice.subject()));
      var cutOff = ((CutOffRevocation) recorded.revocation()).issuedBefore();

      assertThat(cutOff).isBetween(now, now.plusSeconds(5));
      assertThat(authority.index.covers(foreign("x", "x", "x", cutOff.minusSeconds(1)))).isTrue();
      assertThat(authority.index.covers(foreign("x", "x", "x", cutOff))).isFalse();
    }

    @Test
    void isRememberedForAsLongAsAnyTokenOfTheIssuersLives() {
      var recorded = done(revoke(Kind.CLIENT, FOREIGN, value));
      var cutOff = ((CutOffRevocation) recorded.revocation()).issuedBefore();
      assertThat(recorded.revocation().retainUntil())
          .isEqualTo(cutOff.plus(Duration.ofHours(8)).plus(Duration.ofMinutes(5)));
    }

    @Test
    void isRememberedForASessionUntilThatIsOver() {
      var recorded = done(revoke(Kind.SESSION, FOREIGN, value));
      assertThat(recorded.revocation().retainUntil())
          .isAfterOrEqualTo(now.plus(Duration.ofDays(31)).plus(Duration.ofHours(8)));
    }

    @Test
    void isRememberedForLongerWhenItIsRevokedAgainMuchLater() {
      var first = done(revoke(Kind.SESSION, FOREIGN, value)).revocation().retainUntil();
      assertThat(done(revoke(Kind.SESSION, FOREIGN, value)).revocation().retainUntil())
          .isEqualTo(first);
      var key = new RevocationKey(Kind.SESSION, FOREIGN, value);
      recordAgain(new SessionRevocation(FOREIGN, value, first.plus(Duration.ofHours(23))));
      assertThat(remembered(key)).containsExactly(first);
      var later = first.plus(Duration.ofHours(25));
      recordAgain(new SessionRevocation(FOREIGN, value, later));
      assertThat(remembered(key)).containsExactly(first, later);
    }

    private void recordAgain(Revocation revocation) {
      authority.sessions.inTransaction(
          transaction -> RevocationRecorder.append(transaction, revocation, NOTE));
    }

    private List<Instant> remembered(RevocationKey key) {
      return authority
          .sessions
          .inTransaction(transaction -> transaction.logged(List.of(key)))
          .stream()
          .map(logged -> logged.revocation().retainUntil())
          .toList();
    }

    @Test
    void isRefusedWhereTheIssuerIsNotConfigured() {
      assertRefused(Refusal.UNKNOWN_ISSUER, revoke(Kind.TOKEN, FOREIGN + "/", value));
    }

    private VerifiedToken foreign(String jti, String family, String sid, Instant issuedAt) {
      return new VerifiedToken(
          TokenUse.ACCESS,
          FOREIGN,
          alice.subject(),
          null,
          Set.of(),
          "alice",
          Set.of(),
          Set.of(),
          new VerifiedToken.Ids(jti, family, sid),
          issuedAt,
          issuedAt.plusSeconds(60));
    }

    @Test
    void signsOutHereByTheSessionWhereItIsNamed() {
      authority.anyRevoker.signOutHere(foreign("j", "f", value, now), NOTE);
      assertThat(authority.index.covers(foreign("j2", "f2", value, now))).isTrue();
      assertThat(authority.index.covers(foreign("j", "f", "x", now))).isFalse();
    }

    @Test
    void signsOutEverywhereByTheSubject() {
      authority.anyRevoker.signOutEverywhere(foreign("j", "f", "s", now), NOTE);
      assertThat(authority.index.covers(foreign("j2", "f2", "s2", now))).isTrue();
    }
  }
}
