package io.tokenrevocation.pool;

import static io.tokenrevocation.pool.TestAuthority.NOTE;
import static io.tokenrevocation.pool.TestAuthority.POOL;
import static io.tokenrevocation.pool.TestAuthority.subject;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class UserSessionsTest {

  private static final TestAuthority AUTHORITY = new TestAuthority();

  private final User alice = AUTHORITY.users.add();

  @AfterAll
  static void close() {
    AUTHORITY.close();
  }

  @Nested
  class AList {

    @Test
    void isReadPageByPage() {
      var ids =
          Stream.generate(() -> AUTHORITY.signIn(alice))
              .limit(7)
              .map(tokens -> AUTHORITY.family(tokens).id())
              .toList();
      var seen = new ArrayList<UUID>();
      var next = Optional.<String>empty();
      do {
        var page = AUTHORITY.userSessions.list(subject(alice), 3, next.orElse(null)).orElseThrow();
        page.sessions().forEach(session -> seen.add(session.id()));
        next = page.next();
      } while (next.isPresent());
      assertThat(seen).containsExactlyInAnyOrderElementsOf(ids);
    }

    @Test
    void hasTokensThatAreGoodForNoOtherList() {
      AUTHORITY.signIn(alice);
      AUTHORITY.signIn(alice);
      var token =
          AUTHORITY.userSessions.list(subject(alice), 1, null).orElseThrow().next().orElseThrow();
      var bob = subject(AUTHORITY.users.add());
      assertThat(AUTHORITY.userSessions.list(subject(alice), 1, token)).isPresent();
      assertThat(AUTHORITY.userSessions.list(bob, 1, token)).isEmpty();
      for (var made : List.of("", "x", "a.b.c.d.e")) {
        assertThat(AUTHORITY.userSessions.list(subject(alice), 1, made)).isEmpty();
      }
    }
  }

  @Nested
  class ASession {

    private Optional<UserSession.State> state(Family family) {
      return AUTHORITY.userSessions.find(POOL, family.id()).map(UserSession::state);
    }

    private Family opened(Duration ago, Duration refreshLife) {
      var at = InstantSource.system().instant().minus(ago);
      var like = TestFamilies.of(subject(alice), alice.username(), at);
      var family =
          new Family(
              like.id(),
              like.owner(),
              like.username(),
              like.clientId(),
              like.signOutEpoch(),
              like.authTime(),
              like.signedInBy(),
              like.refreshTokens(),
              at.plus(refreshLife),
              like.minted(),
              null);
      return AUTHORITY.sessions.inTransaction(
          transaction -> {
            transaction.open(family);
            return family;
          });
    }

    @Test
    void isLiveRevokedOrExpired() {
      var tokens = AUTHORITY.signIn(alice);
      var family = AUTHORITY.family(tokens);
      assertThat(state(family)).contains(UserSession.State.LIVE);
      AUTHORITY.endings.one(family, new Ending(NOTE, false));
      assertThat(state(family)).contains(UserSession.State.REVOKED);

      var expired = opened(Duration.ofDays(3), Duration.ofDays(1));
      assertThat(state(expired)).contains(UserSession.State.EXPIRED);
      assertThat(state(opened(Duration.ofDays(9), Duration.ofDays(1)))).isEmpty();
    }

    @Test
    void isRevokedBySigningOutEverywhereToo() {
      var family = AUTHORITY.family(AUTHORITY.signIn(alice));
      AUTHORITY.signOut.everywhere(subject(alice), NOTE);
      assertThat(state(family)).contains(UserSession.State.REVOKED);
    }

    @Test
    void isUnknownInAnotherPool() {
      var family = AUTHORITY.family(AUTHORITY.signIn(alice));
      assertThat(AUTHORITY.userSessions.find("eu-west-1_Other1", family.id())).isEmpty();
      assertThat(AUTHORITY.userSessions.find(POOL, UUID.randomUUID())).isEmpty();
    }
  }

  @Nested
  class AUser {

    @Test
    void isFoundByName() {
      assertThat(AUTHORITY.userSessions.findByName(POOL, alice.username())).contains(alice);
      assertThat(AUTHORITY.userSessions.findByName(POOL, "nobody")).isEmpty();
    }

    @Test
    void isFoundBySubjectOnceTheyHaveSignedIn() {
      assertThat(AUTHORITY.userSessions.findBySubject(subject(alice))).isEmpty();
      AUTHORITY.signIn(alice);
      assertThat(AUTHORITY.userSessions.findBySubject(subject(alice))).contains(alice);
    }

    @Test
    void isNotFoundBySubjectOnceTheNameIsSomebodyElses() {
      AUTHORITY.signIn(alice);
      AUTHORITY.users.replace(alice);
      assertThat(AUTHORITY.userSessions.findBySubject(subject(alice))).isEmpty();
    }
  }
}
