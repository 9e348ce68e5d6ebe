package io.tokenrevocation.pool;

import static io.tokenrevocation.pool.TestAuthority.FOREIGN;
import static io.tokenrevocation.pool.TestAuthority.ISSUER;
import static io.tokenrevocation.pool.TestAuthority.NOTE;
import static io.tokenrevocation.pool.TestAuthority.subject;
import static org.assertj.core.api.Assertions.assertThat;

import io.tokenrevocation.RevocationKey.Kind;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConsoleSignInsTest extends RevokerSteps {

  private static final Note CAROL = Note.by("caller carol");

  private final ConsoleSignIns signIns = authority.consoleSignIns;
  private final ConsoleSignIn ofAlice = signIns.begin(alice.subject(), CAROL);
  private final ConsoleSignIn ofStranger = signIns.begin("", CAROL);

  private void assertEnded(boolean alices, boolean strangers) {
    assertThat(signIns.isEnded(ofAlice)).isEqualTo(alices);
    assertThat(signIns.isEnded(ofStranger)).isEqualTo(strangers);
  }

  @Nested
  class Begun {

    @Test
    void isInTheAuditTrailByItsId() {
      var all = new AuditQuery(Set.of(), Optional.empty(), Optional.empty(), List.of());
      var newest = authority.database.audit().newest(all, Optional.empty(), 2);
      assertThat(newest).extracting(AuditEntry::act).containsExactly(act(ofStranger), act(ofAlice));
    }

    private AuditAct act(ConsoleSignIn signIn) {
      var target = new AuditAct.Target(ISSUER, "token", signIn.id());
      return new AuditAct("console-sign-in", true, null, target, CAROL, null);
    }

    @Test
    void isOfTheDatabasesTime() {
      assertThat(ofAlice.since())
          .isBetween(
              now.truncatedTo(ChronoUnit.SECONDS),
              authority.sessions.inTransaction(SessionTransaction::now));
    }

    @Test
    void isAnotherOneEachTime() {
      assertThat(ofAlice.id()).startsWith("console-").isNotEqualTo(ofStranger.id());
    }

    @Test
    void isNotEnded() {
      assertEnded(false, false);
    }

    @Test
    void isNotEndedByAnEarlierSignOut() {
      authority.signOut.everywhere(subject(alice), NOTE);
      assertThat(signIns.isEnded(signIns.begin(alice.subject(), CAROL))).isFalse();
    }
  }

  @Nested
  class IsEnded {

    @Test
    void byItself() {
      signIns.end(ofAlice, CAROL);
      assertEnded(true, false);
    }

    @Test
    void byWhoeverRevokesItsId() {
      revoke(Kind.TOKEN, ISSUER, ofStranger.id());
      assertEnded(false, true);
    }

    @Test
    void whereItsUserIsSignedOutEverywhere() {
      authority.signOut.everywhere(subject(alice), NOTE);
      assertEnded(true, false);
    }

    @Test
    void whereAllOfItsUserIsRevoked() {
      revoke(Kind.SUBJECT, ISSUER, alice.subject());
      assertEnded(true, false);
    }

    @Test
    void whereTheIssuerIsCutOff() {
      revoke(Kind.ISSUER, ISSUER, ISSUER);
      assertEnded(true, true);
    }

    @ParameterizedTest
    @CsvSource({"0, false", "1, true"})
    void whereItsUserWasCutOffLaterThanItBegan(long seconds, boolean ended) {
      revoke(Kind.SUBJECT, ISSUER, alice.subject(), later(seconds));
      assertEnded(ended, false);
    }

    private Instant later(long seconds) {
      return ofAlice.since().plusSeconds(seconds);
    }
  }

  @Nested
  class IsNotEnded {

    @Test
    void whereSomebodyElseIsSignedOutEverywhere() {
      authority.signOut.everywhere(subject(authority.users.add()), NOTE);
      assertEnded(false, false);
    }

    @Test
    void whereAnotherIssuerIsCutOff() {
      revoke(Kind.ISSUER, FOREIGN, FOREIGN);
      assertEnded(false, false);
    }

    @Test
    void whereAnAppClientIsCutOff() {
      revoke(Kind.CLIENT, ISSUER, authority.web.id());
      assertEnded(false, false);
    }
  }
}
