package io.tokenrevocation.pool;

import static org.assertj.core.api.Assertions.assertThat;

import io.tokenrevocation.RevocationKey.Kind;
import io.tokenrevocation.pool.SessionQueries.Position;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What every {@link SessionStore} tells about live sessions. */
public abstract class SessionQueriesContract extends SessionStoreSteps {

  private static final Duration MONTH = Duration.ofDays(30);

  private final String poolId = alice.poolId();
  private final String suffix = UUID.randomUUID().toString().replace("-", "");
  private final String web = "web_" + suffix;
  private final String phone = "phone_" + suffix;
  private Instant now = Instant.EPOCH;

  protected abstract PoolStore pools();

  protected abstract ClientStore clients();

  @BeforeEach
  void addClients() {
    pools().ensure(new UserPool(poolId, "https://issuer.example/" + poolId));
    for (var client : List.of(web, phone)) {
      clients()
          .add(
              TestAuthority.client(poolId, client, Set.of(), true),
              AuditAct.ofClient(AuditAction.CLIENT_CREATED, poolId, client, TestAuthority.NOTE));
    }
    now = Instant.ofEpochSecond(store().inTransaction(SessionTransaction::now).getEpochSecond());
  }

  private Family session(SubjectKey owner, String client, Duration ago) {
    return session(owner, client, now.minus(ago), now.minus(ago), MONTH);
  }

  /** One that was last refreshed some time after its sign-in. */
  private Family session(
      SubjectKey owner, String client, Instant signedIn, Instant refreshed, Duration refreshLife) {
    var family =
        new Family(
            UUID.randomUUID(),
            owner,
            "alice",
            client,
            0,
            signedIn,
            Caller.NONE,
            RefreshTokens.first(RefreshToken.first()),
            signedIn.plus(refreshLife),
            new Family.Minted(refreshed, refreshed.plus(Duration.ofHours(1))),
            null);
    open(family);
    return family;
  }

  private List<Family> live(@Nullable Position after, int limit) {
    return store().inTransaction(transaction -> transaction.sessions().live(alice, after, limit));
  }

  private List<UUID> live() {
    return live(null, 1_000).stream().map(Family::id).toList();
  }

  private Effect count(SessionScope scope) {
    return store().inTransaction(transaction -> transaction.sessions().count(scope));
  }

  private long sessions(SessionScope scope) {
    return count(scope).sessions().orElseThrow();
  }

  @Nested
  class Live {

    @Test
    void isASessionUntilItIsRevoked() {
      var session = session(alice, web, Duration.ofHours(5));
      assertThat(live(null, 10)).containsExactly(session);
      run(
          transaction -> {
            transaction.lock(session.id());
            transaction.revoke(List.of(session.id()), now);
          });
      assertThat(live()).isEmpty();
      assertThat(count(SessionScope.of(session))).isEqualTo(Effect.NONE);
    }

    @Test
    void isASessionUntilItsUserSignsOutEverywhere() {
      session(alice, web, Duration.ofHours(5));
      save(new SubjectState(1, now));
      assertThat(live()).isEmpty();
      assertThat(sessions(SessionScope.of(alice))).isZero();
    }

    @Test
    void isASessionUntilItsRefreshTokenAndWhatItMintedHaveExpired() {
      var tokenLeft =
          session(alice, web, now.minusSeconds(600), now.minusSeconds(60), Duration.ofMinutes(5));
      session(alice, web, now.minusSeconds(9000), now.minusSeconds(7200), Duration.ofMinutes(60));
      assertThat(live()).containsExactly(tokenLeft.id());
      assertThat(sessions(SessionScope.of(alice))).isEqualTo(1);
    }

    @Test
    void isASessionAsLongAsItsClientExists() {
      session(alice, web, Duration.ofHours(5));
      var kept = session(alice, phone, Duration.ofHours(5));
      run(transaction -> transaction.removeClient(web));
      assertThat(live()).containsExactly(kept.id());
    }

    @Test
    void isASessionThatNoCutOffTakesOutOfUse() {
      for (var cutOff :
          List.of(
              new CutOff(poolId, Kind.SUBJECT, alice.subject(), now.minus(Duration.ofDays(3))),
              new CutOff(poolId, Kind.CLIENT, web, now.minus(Duration.ofDays(2))))) {
        var earlier = Duration.between(cutOff.signedInBefore(), now).plusHours(12);
        var before = session(alice, web, earlier);
        session(alice, phone, Duration.ofDays(1));
        var count = live().size();
        run(transaction -> transaction.raise(cutOff));
        assertThat(live()).hasSize(count - 1).doesNotContain(before.id());
      }
    }

    @Test
    void isASessionWithATokenIssuedSinceTheCutOff() {
      var signedIn = now.minus(Duration.ofDays(4));
      session(alice, web, signedIn, now.minusSeconds(600), MONTH);
      var cutOff = now.minusSeconds(300);
      var refreshed = session(alice, web, signedIn, cutOff, MONTH);
      run(transaction -> transaction.raise(CutOff.of(alice, cutOff)));
      assertThat(live()).containsExactly(refreshed.id());
    }

    @Test
    void isNobodyElses() {
      session(new SubjectKey(poolId, UUID.randomUUID().toString()), web, Duration.ofHours(1));
      session(new SubjectKey("eu-west-1_Other1", alice.subject()), web, Duration.ofHours(1));
      assertThat(live()).isEmpty();
    }
  }

  @Nested
  class APage {

    @Test
    void hasTheNewestSignInFirst() {
      var older = session(alice, web, Duration.ofHours(2));
      var newest = session(alice, phone, Duration.ofHours(1));
      var oldest = session(alice, web, Duration.ofHours(3));
      assertThat(live()).containsExactly(newest.id(), older.id(), oldest.id());
    }

    /** More than a page of one second, too. */
    @Test
    void goesOnWhereTheOneBeforeEnded() {
      var all = new ArrayList<UUID>();
      IntStream.range(0, 23)
          .mapToObj(i -> session(alice, web, Duration.ofHours(i / 9)))
          .forEach(family -> all.add(family.id()));
      var seen = new ArrayList<Family>();
      var page = live(null, 4);
      while (!page.isEmpty()) {
        seen.addAll(page);
        assertThat(page).hasSizeLessThanOrEqualTo(4);
        page = live(Position.parse(Position.of(page.get(page.size() - 1)).toString()), 4);
      }
      assertThat(seen).extracting(Family::id).containsExactlyInAnyOrderElementsOf(all);
      assertThat(seen).isEqualTo(live(null, 1_000));
    }
  }

  @Nested
  class TheCount {

    @Test
    void isByClientMostFirst() {
      session(alice, web, Duration.ofHours(1));
      session(alice, phone, Duration.ofHours(1));
      session(alice, phone, Duration.ofHours(2));
      var effect = count(SessionScope.of(alice));
      assertThat(effect.sessions()).hasValue(3);
      assertThat(effect.atClients())
          .containsExactly(new Effect.AtClient(phone, 2), new Effect.AtClient(web, 1));
      assertThat(effect.atLeast()).isFalse();
    }

    @Test
    void leavesOneOut() {
      var kept = session(alice, web, Duration.ofHours(1));
      session(alice, phone, Duration.ofHours(1));
      assertThat(count(SessionScope.of(alice).except(kept.id())).atClients())
          .containsExactly(new Effect.AtClient(phone, 1));
    }

    @Test
    void isOfWhatAnAccordingCutOffTakesOutOfUse() {
      session(alice, web, Duration.ofHours(1));
      session(alice, web, Duration.ofHours(3));
      session(alice, phone, Duration.ofHours(3));
      var at = now.minus(Duration.ofHours(2));
      assertThat(sessions(SessionScope.of(CutOff.of(alice, at)))).isEqualTo(2);
      assertThat(sessions(SessionScope.of(CutOff.ofClient(poolId, web, at)))).isEqualTo(1);
      assertThat(sessions(SessionScope.of(CutOff.ofPool(poolId, at)))).isGreaterThanOrEqualTo(2);
    }

    @Test
    void isOfThoseThatAnActHasJustRevoked() {
      var kept = session(alice, web, Duration.ofHours(1));
      session(alice, web, Duration.ofHours(1));
      session(alice, web, now.minusSeconds(9000), now.minusSeconds(7200), Duration.ofMinutes(60));
      var revokedAt = now.plusMillis(7);
      run(transaction -> transaction.revokeOthers(alice, kept.id(), revokedAt));
      var scope = SessionScope.of(alice).except(kept.id());
      assertThat(sessions(scope)).isZero();
      assertThat(sessions(scope.revokedAt(revokedAt))).isEqualTo(1);
    }
  }

  @Test
  void knowsTheNameOfTheLastSignIn() {
    assertThat(name()).isEmpty();
    open(TestFamilies.of(alice, "before", now.minusSeconds(60)));
    open(TestFamilies.of(alice, "after", now));
    assertThat(name()).contains("after");
  }

  private Optional<String> name() {
    return store().inTransaction(transaction -> transaction.sessions().username(alice));
  }
}
