package io.tokenrevocation.pool;

import static java.util.concurrent.TimeUnit.SECONDS;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tokenrevocation.StoreUnavailableException;
import io.tokenrevocation.jpa.TestDatabase;
import io.tokenrevocation.pool.AuditQuery.Condition;
import io.tokenrevocation.pool.AuditQuery.Field;
import io.tokenrevocation.pool.TokenRevokes.Asked;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** Revoking by refresh token, asked for by many at the same time. */
@ParameterizedClass(name = "{0}")
@MethodSource("authorities")
class TokenRevokesTest {

  private static final int MANY = 60;

  private final TestAuthority authority;
  private final TokenRevokes revokes;
  private final User alice;
  private final Map<Asked, IssuedTokens> sessions = new HashMap<>();
  private final CountDownLatch release = new CountDownLatch(1);

  TokenRevokesTest(TestAuthority authority) {
    this.authority = authority;
    var families = new FamilyRevocations(new Revocations(authority.pools), authority.feed);
    this.revokes = new TokenRevokes(authority.sessions, families);
    this.alice = authority.users.add();
  }

  static Stream<TestAuthority> authorities() {
    return TestDatabase.ofEachProduct().map(TestAuthority::new);
  }

  @AfterEach
  void letGo() {
    release.countDown();
  }

  @Test
  void enforcesEachAndWritesItDownOnceAsWhoAskedForIt() throws Exception {
    var mark = TestLog.endOf(authority.database.log());
    var asked = asked(MANY);
    assertThat(all(asked)).containsExactlyElementsOf(asked.stream().map(this::done).toList());
    assertThat(asked).allMatch(this::isEnforced);
    assertThat(TestLog.after(authority.database.log(), mark)).hasSize(MANY);
    assertThat(addresses(asked))
        .isEqualTo(
            asked.stream().collect(toMap(one -> id(one).toString(), one -> one.from().address())));
  }

  @Test
  void writesDownForEachClientAndUser() {
    var bob = authority.users.add();
    var asked =
        List.of(
            asked(authority.web, 1),
            asked(authority.mobile, 2),
            asked(authority.web, bob, 3),
            asked(authority.mobile, bob, 4));
    var batch = new ArrayList<Asked>();
    for (var round = 0; round < 3; round++) {
      batch.addAll(asked);
    }
    assertThat(all(batch)).containsExactlyElementsOf(batch.stream().map(this::done).toList());
    assertThat(asked).allMatch(this::isEnforced);
    assertThat(addresses(asked)).hasSize(4);
  }

  /** It would fail, and with it whatever is asked for at the same time. */
  @Test
  void doesNotTakeInWhatIsOfAPoolThatThisNodeHasNotStarted() {
    var mark = TestLog.endOf(authority.database.log());
    var elsewhere = TestAuthority.client("eu-west-1_Elsewhere", "web", Set.of(), true);
    var hash = RefreshToken.first().familyHash();
    assertThatThrownBy(() -> revokes.revoke(new Asked(elsewhere, hash, Caller.NONE)))
        .isInstanceOf(StoreUnavailableException.class)
        .hasMessageContaining("eu-west-1_Elsewhere");
    assertThat(TestLog.after(authority.database.log(), mark)).isEmpty();
  }

  @Test
  void doesOnceWhatManyAskFor() throws Exception {
    var mark = TestLog.endOf(authority.database.log());
    var one = asked(authority.web, 7);
    assertThat(all(IntStream.range(0, MANY).mapToObj(i -> one).toList())).containsOnly(done(one));
    assertThat(TestLog.after(authority.database.log(), mark)).hasSize(1);
    assertThat(addresses(List.of(one))).hasSize(1);
  }

  @Test
  void refusesSomeAndDoesTheOthers() throws Exception {
    var theirs = asked(authority.mobile, 7);
    var stolen = new Asked(authority.web, theirs.familyHash(), theirs.from());
    var unknown = new Asked(authority.web, RefreshToken.first().familyHash(), theirs.from());
    var own = asked(4);
    assertThat(all(List.of(own.get(0), stolen, own.get(1), unknown, own.get(2), own.get(3))))
        .containsExactly(
            done(own.get(0)),
            new Outcome.Refused<>(Refusal.OTHER_CLIENT),
            done(own.get(1)),
            new Outcome.Done<>(Optional.empty()),
            done(own.get(2)),
            done(own.get(3)));
    assertThat(isEnforced(theirs)).isFalse();
  }

  @Test
  void keepsNobodyWaitingForALockOfAnothersToken() throws Exception {
    var locked = asked(3);
    var others = asked(authority.mobile, 7);
    var holding = held(locked);
    var waiting = locked.stream().map(one -> started(() -> revokes.revoke(one))).toList();
    assertThat(started(() -> revokes.revoke(others)).get(1, SECONDS)).isEqualTo(done(others));
    assertThat(waiting).noneMatch(CompletableFuture::isDone);
    release.countDown();
    holding.get(10, SECONDS);
    for (var one : waiting) {
      assertThat(one.get(10, SECONDS)).isInstanceOf(Outcome.Done.class);
    }
    assertThat(locked).allMatch(this::isEnforced);
  }

  private CompletableFuture<Boolean> held(List<Asked> asked) throws InterruptedException {
    var held = new CountDownLatch(1);
    var holding =
        started(
            () ->
                authority.sessions.inTransaction(
                    transaction -> {
                      asked.forEach(one -> transaction.lock(one.familyHash()));
                      held.countDown();
                      TestThreads.await(release);
                      return true;
                    }));
    TestThreads.await(held);
    return holding;
  }

  private List<Outcome<Optional<UUID>>> all(List<Asked> asked) {
    return asked.stream().map(one -> started(() -> revokes.revoke(one))).toList().stream()
        .map(started -> started.orTimeout(10, SECONDS).join())
        .toList();
  }

  private static <T> CompletableFuture<T> started(Supplier<T> work) {
    return CompletableFuture.supplyAsync(work, TestThreads::start);
  }

  private List<Asked> asked(int count) {
    return IntStream.range(0, count).mapToObj(number -> asked(authority.web, number)).toList();
  }

  private Asked asked(AppClient client, int number) {
    return asked(client, alice, number);
  }

  private Asked asked(AppClient client, User user, int number) {
    var tokens = authority.signIn(client, user);
    var hash = RefreshToken.of(tokens.refreshToken().orElseThrow()).familyHash();
    var asked = new Asked(client, hash, new Caller("192.0.2." + number, ""));
    sessions.put(asked, tokens);
    return asked;
  }

  private UUID id(Asked asked) {
    return authority.family(Objects.requireNonNull(sessions.get(asked))).id();
  }

  private Outcome<Optional<UUID>> done(Asked asked) {
    return new Outcome.Done<>(Optional.of(id(asked)));
  }

  private boolean isEnforced(Asked asked) {
    return authority.refuses(Objects.requireNonNull(sessions.get(asked)));
  }

  /** From where each was revoked, by the audit trail. */
  private Map<String, String> addresses(List<Asked> asked) {
    var ids = asked.stream().map(one -> id(one).toString()).collect(toSet());
    var query =
        new AuditQuery(
            Set.of(),
            Optional.empty(),
            Optional.empty(),
            List.of(
                new Condition(Field.ABOUT, ids),
                new Condition(Field.ACTION, Set.of(AuditAction.REVOKE.word()))));
    return authority.database.audit().newest(query, Optional.empty(), 2 * MANY).stream()
        .collect(
            toMap(entry -> Objects.requireNonNull(entry.act().target()).value(), AuditEntry::from));
  }
}
