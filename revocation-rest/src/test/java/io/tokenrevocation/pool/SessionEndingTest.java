package io.tokenrevocation.pool;

import static io.tokenrevocation.pool.TestAuthority.NOTE;
import static io.tokenrevocation.pool.TestAuthority.done;
import static io.tokenrevocation.pool.TestAuthority.subject;
import static org.assertj.core.api.Assertions.assertThat;

import io.tokenrevocation.Revocation;
import io.tokenrevocation.feed.RevocationFeed;
import io.tokenrevocation.index.RevocationIndex;
import io.tokenrevocation.jpa.OnEachProduct;
import io.tokenrevocation.jpa.TestDatabase;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@OnEachProduct
class SessionEndingTest {

  private static final Ending REALLY = new Ending(NOTE, false);
  private static final Ending DRY = new Ending(NOTE, true);

  private final TestAuthority authority;
  private final User alice;
  private final IssuedTokens browser;
  private final IssuedTokens laptop;
  private final IssuedTokens phone;

  SessionEndingTest(TestDatabase database) {
    this.authority = new TestAuthority(database);
    this.alice = authority.users.add();
    this.browser = authority.signIn(alice);
    this.laptop = authority.signIn(alice);
    this.phone = authority.signIn(authority.mobile, alice);
  }

  private static Effect effect(long web, long mobile) {
    return Effect.of(
        List.of(new Effect.AtClient("web", web), new Effect.AtClient("mobile", mobile)), false);
  }

  private static Effect one(String client) {
    return Effect.of(List.of(new Effect.AtClient(client, 1)), false);
  }

  private UUID id(IssuedTokens tokens) {
    return authority.family(tokens).id();
  }

  private Outcome<Effect> others(IssuedTokens kept, Ending how) {
    return authority.endings.others(subject(alice), id(kept), how);
  }

  private void assertAccepted(IssuedTokens tokens) {
    assertThat(authority.refuses(tokens)).isFalse();
    assertThat(authority.liveSessions.of(authority.verified(tokens)))
        .isInstanceOf(Outcome.Done.class);
  }

  private void assertEnded(IssuedTokens tokens) {
    assertThat(authority.refuses(tokens)).isTrue();
    assertThat(authority.liveSessions.of(authority.verified(tokens)))
        .isEqualTo(new Outcome.Refused<>(Refusal.REVOKED));
  }

  private List<Revocation> loggedBy(Runnable act) {
    var mark = TestLog.endOf(authority.database.log());
    act.run();
    return TestLog.after(authority.database.log(), mark);
  }

  @Nested
  class One {

    @Test
    void endsNoOther() {
      assertThat(authority.endings.one(authority.family(browser), REALLY)).isEqualTo(one("web"));
      assertEnded(browser);
      assertThat(authority.refresh(browser)).isEqualTo(new Outcome.Refused<>(Refusal.REVOKED));
      assertAccepted(laptop);
      assertAccepted(phone);
    }

    @Test
    void changesNothingTheSecondTime() {
      var session = authority.family(browser);
      authority.endings.one(session, REALLY);
      assertThat(loggedBy(() -> authority.endings.one(session, REALLY))).isEmpty();
      assertThat(authority.endings.one(session, REALLY)).isEqualTo(Effect.NONE);
    }

    @Test
    void isOnlyToldOfByADryRun() {
      var session = authority.family(phone);
      assertThat(loggedBy(() -> authority.endings.one(session, DRY))).isEmpty();
      assertThat(authority.endings.one(session, DRY)).isEqualTo(one("mobile"));
      assertAccepted(phone);
    }
  }

  @Nested
  class Others {

    @Test
    void endButNotTheKeptOne() {
      var refreshed = done(authority.refresh(browser));
      assertThat(done(others(browser, REALLY)).atClients())
          .containsExactlyInAnyOrder(
              new Effect.AtClient("web", 1), new Effect.AtClient("mobile", 1));
      assertEnded(laptop);
      assertEnded(phone);
      assertThat(authority.refresh(laptop)).isEqualTo(new Outcome.Refused<>(Refusal.REVOKED));
      assertAccepted(browser);
      assertAccepted(refreshed);
      assertAccepted(done(authority.refresh(browser)));
    }

    @Test
    void leaveSomebodyElseAlone() {
      var bobs = authority.signIn(authority.users.add());
      done(others(browser, REALLY));
      assertAccepted(bobs);
    }

    @Test
    void changeNothingTheSecondTime() {
      done(others(browser, REALLY));
      assertThat(loggedBy(() -> assertThat(done(others(browser, REALLY))).isEqualTo(Effect.NONE)))
          .isEmpty();
    }

    @Test
    void areOnlyToldOfByADryRun() {
      assertThat(loggedBy(() -> others(phone, DRY))).isEmpty();
      assertThat(done(others(phone, DRY)).atClients())
          .containsExactly(new Effect.AtClient("web", 2));
      assertAccepted(browser);
      assertThat(done(others(phone, REALLY)).atClients())
          .containsExactly(new Effect.AtClient("web", 2));
    }

    @Test
    void areLearntByAnotherNodeFromTheLog() {
      done(others(browser, REALLY));
      var index = new RevocationIndex(1_000_000);
      new RevocationFeed(authority.database.log(), index, InstantSource.system(), System::nanoTime)
          .pull();
      assertThat(index.covers(authority.verified(laptop))).isTrue();
      assertThat(index.covers(authority.verified(phone))).isTrue();
      assertThat(index.covers(authority.verified(browser))).isFalse();
    }

    /** Nothing of it can pass a filter any more; its refresh token could go on for years. */
    @Test
    void endWithoutALineInTheLogIfTheirLastAccessTokenIsLongOver() {
      var monthAgo = InstantSource.system().instant().minus(Duration.ofDays(30));
      var token = RefreshToken.first();
      var quiet =
          TestFamilies.of(subject(alice), alice.username(), monthAgo)
              .rotated(RefreshTokens.first(token));
      authority.sessions.inTransaction(
          transaction -> {
            transaction.open(quiet);
            return true;
          });
      var logged = loggedBy(() -> assertThat(done(others(browser, REALLY)).sessions()).hasValue(3));
      assertThat(logged).hasSize(2);
      assertThat(authority.refresh.refresh(authority.web, token.text()))
          .isEqualTo(new Outcome.Refused<>(Refusal.REVOKED));
    }

    /** More than a reader of the log is given at once. */
    @Test
    void endByTheThousand() {
      var now = authority.sessions.inTransaction(SessionTransaction::now);
      authority.sessions.inTransaction(
          transaction -> {
            for (var i = 0; i < 6_000; i++) {
              transaction.open(TestFamilies.of(subject(alice), now.minusSeconds(i)));
            }
            return true;
          });
      var logged =
          loggedBy(() -> assertThat(done(others(browser, REALLY)).sessions()).hasValue(6_002));
      assertThat(logged).hasSizeBetween(3_600, 6_002); // the last hour's, and a leeway more
      assertAccepted(browser);
      assertEnded(phone);
      assertThat(authority.userSessions.list(subject(alice), 200, null).orElseThrow().sessions())
          .extracting(Family::id)
          .containsExactly(id(browser));
    }

    @Test
    void stayIfTheOneToKeepIsSomebodyElsesOrOver() {
      var bobs = authority.signIn(authority.users.add());
      for (var how : List.of(REALLY, DRY)) {
        assertThat(others(bobs, how)).isEqualTo(new Outcome.Refused<>(Refusal.UNKNOWN_SESSION));
        assertThat(authority.endings.others(subject(alice), UUID.randomUUID(), how))
            .isEqualTo(new Outcome.Refused<>(Refusal.UNKNOWN_SESSION));
      }
      authority.endings.one(authority.family(phone), REALLY);
      for (var how : List.of(REALLY, DRY)) {
        assertThat(others(phone, how)).isEqualTo(new Outcome.Refused<>(Refusal.REVOKED));
      }
      assertAccepted(browser);
    }
  }

  @Nested
  class All {

    @Test
    void endAndAreCounted() {
      assertThat(authority.endings.all(subject(alice), REALLY)).isEqualTo(effect(2, 1));
      List.of(browser, laptop, phone).forEach(SessionEndingTest.this::assertEnded);
      assertAccepted(authority.signIn(alice));
    }

    @Test
    void changeNothingTheSecondTime() {
      authority.endings.all(subject(alice), REALLY);
      assertThat(
              loggedBy(
                  () ->
                      assertThat(authority.endings.all(subject(alice), REALLY))
                          .isEqualTo(Effect.NONE)))
          .isEmpty();
    }

    @Test
    void areOnlyToldOfByADryRun() {
      assertThat(authority.endings.all(subject(alice), DRY)).isEqualTo(effect(2, 1));
      assertAccepted(browser);
    }

    @Test
    void endAtTheirUsersWishUnlessTheSessionThatWishesItHasEnded() {
      var session = done(authority.liveSessions.of(authority.verified(phone)));
      assertThat(done(authority.endings.all(session, DRY))).isEqualTo(effect(2, 1));
      authority.endings.one(session.family(), REALLY);
      assertThat(authority.endings.all(session, REALLY))
          .isEqualTo(new Outcome.Refused<>(Refusal.REVOKED));
      assertAccepted(browser);

      var other = done(authority.liveSessions.of(authority.verified(browser)));
      assertThat(done(authority.endings.all(other, REALLY)).sessions()).hasValue(2);
      assertEnded(browser);
    }
  }
}
