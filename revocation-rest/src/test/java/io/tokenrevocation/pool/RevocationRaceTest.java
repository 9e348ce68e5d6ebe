package io.tokenrevocation.pool;

import static io.tokenrevocation.pool.TestAuthority.ISSUER;
import static io.tokenrevocation.pool.TestAuthority.NOTE;
import static io.tokenrevocation.pool.TestAuthority.done;
import static io.tokenrevocation.pool.TestAuthority.subject;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.tokenrevocation.RevocationKey;
import io.tokenrevocation.jpa.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** Tokens are taken out of use while four threads sign a user in and refresh their tokens. */
@ParameterizedClass(name = "{0}")
@MethodSource("authorities")
class RevocationRaceTest {

  private static final int ROUNDS = 25;
  private static final int THREADS = 4;
  private static final int BEFORE = 2;
  private static final int DURING = 6;

  private final TestAuthority authority;
  private final User alice;
  private final CountDownLatch warm = new CountDownLatch(THREADS);
  private final CountDownLatch signedOut = new CountDownLatch(1);

  RevocationRaceTest(TestAuthority authority) {
    this.authority = authority;
    this.alice = authority.users.add();
  }

  static Stream<TestAuthority> authorities() {
    return TestDatabase.ofEachProduct().map(TestAuthority::new);
  }

  @RepeatedTest(ROUNDS)
  void ofASignOutLeavesNoTokenOfWhichTheFilterAndTheStoreDisagree() throws Exception {
    race(() -> authority.signOut.everywhere(subject(alice), NOTE), true);
  }

  @RepeatedTest(ROUNDS)
  void ofACutOffForTheClientLeavesNoTokenOfWhichTheFilterAndTheStoreDisagree() throws Exception {
    var client = new RevocationKey(RevocationKey.Kind.CLIENT, ISSUER, authority.web.id());
    var request = new RevocationRequest(client, Optional.empty(), NOTE);
    race(() -> done(authority.anyRevoker.revoke(request)), false);
  }

  private void race(Runnable act, boolean sparesLaterOnes) throws Exception {
    var workers =
        IntStream.range(0, THREADS)
            .mapToObj(
                number ->
                    CompletableFuture.supplyAsync(() -> work(number % 2 == 0), TestThreads::start))
            .toList();
    TestThreads.await(warm);
    var started = System.nanoTime();
    act.run();
    var returned = System.nanoTime();
    signedOut.countDown();
    for (var worker : workers) {
      for (var minted : worker.get(30, SECONDS)) {
        check(minted, started, sparesLaterOnes ? returned : Long.MAX_VALUE);
      }
    }
  }

  private void check(Minted minted, long started, long returned) {
    var refused = authority.refuses(minted.tokens());
    var refresh = authority.refresh(minted.family());
    if (minted.end() < started) {
      assertThat(refused).as("minted before").isTrue();
    } else if (minted.familyStart() > returned) {
      assertThat(refused).as("signed in after").isFalse();
    }
    assertThat(refresh.equals(new Outcome.Refused<>(Refusal.REVOKED)))
        .as("refresh token is refused like the access token: %s", refresh)
        .isEqualTo(refused);
  }

  /** Signs in, or signs in once and refreshes; once more when the act has returned. */
  private List<Minted> work(boolean refreshing) {
    var minted = new ArrayList<Minted>();
    var family = signIn();
    minted.add(family);
    for (var number = 0; number < BEFORE + DURING; number++) {
      if (number == BEFORE) {
        warm.countDown();
      }
      if (!refreshing) {
        minted.add(signIn());
      } else if (!refresh(family, minted)) {
        family = signIn();
        minted.add(family);
      }
    }
    TestThreads.await(signedOut);
    minted.add(signIn());
    return minted;
  }

  private Minted signIn() {
    var start = System.nanoTime();
    var tokens = authority.signIn(alice);
    return new Minted(tokens, tokens, start, System.nanoTime());
  }

  private boolean refresh(Minted family, List<Minted> minted) {
    var outcome = authority.refresh(family.tokens());
    if (outcome.equals(new Outcome.Refused<>(Refusal.REVOKED))) {
      return false;
    }
    minted.add(new Minted(done(outcome), family.tokens(), family.familyStart(), System.nanoTime()));
    return true;
  }

  /**
   * Tokens, and when.
   *
   * @param tokens what was minted
   * @param family what its sign-in returned, with the refresh token
   * @param familyStart before its sign-in started
   * @param end after it was minted
   */
  private record Minted(IssuedTokens tokens, IssuedTokens family, long familyStart, long end) {}
}
