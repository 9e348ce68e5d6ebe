package io.tokenrevocation.pool;

import static io.tokenrevocation.pool.TestAuthority.NOTE;
import static io.tokenrevocation.pool.TestAuthority.POOL;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class ClientDeletionTest {

  private static final int THREADS = 4;

  private final TestAuthority authority = new TestAuthority();
  private final User alice = authority.users.add();
  private final IssuedTokens tokens = authority.signIn(alice);
  private final IssuedTokens elsewhere = authority.signIn(authority.mobile, alice);

  @AfterEach
  void close() {
    authority.close();
  }

  private boolean delete() {
    return authority.deletion.delete(POOL, authority.web.id(), NOTE);
  }

  @Test
  void takesTheClientsTokensOutOfUseAndNoOthers() {
    assertThat(delete()).isTrue();

    assertThat(authority.refuses(tokens)).isTrue();
    assertThat(authority.refuses(elsewhere)).isFalse();
    assertThat(authority.refresh(tokens)).isEqualTo(new Outcome.Refused<>(Refusal.CLIENT_DELETED));
    assertThat(authority.clients.find(authority.web.id())).isEmpty();
  }

  @Test
  void leavesAClientAloneThatIsNotWhatItWasTakenFor() {
    assertThatThrownBy(
            () ->
                authority.deletion.delete(
                    POOL,
                    authority.web.id(),
                    NOTE,
                    client -> {
                      throw new IllegalStateException(client.id());
                    }))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(authority.web.id());

    assertThat(authority.refuses(tokens)).isFalse();
    assertThat(authority.clients.find(authority.web.id())).isPresent();
  }

  @Test
  void refusesASignInThatWasUnderWay() {
    delete();
    assertThat(
            authority.signIn.signIn(
                authority.web, AuthFlow.USER_PASSWORD, alice.username(), TestDirectory.PASSWORD))
        .isEqualTo(new Outcome.Refused<>(Refusal.CLIENT_DELETED));
  }

  @Test
  void revivesNothingForAClientThatIsRegisteredAgain() {
    delete();
    authority.clients.register(POOL, authority.web.id(), null, EnumSet.allOf(AuthFlow.class));

    assertThat(authority.refuses(tokens)).isTrue();
    assertThat(authority.refresh(tokens)).isEqualTo(new Outcome.Refused<>(Refusal.REVOKED));
    assertThat(authority.liveSessions.of(authority.verified(tokens)))
        .isEqualTo(new Outcome.Refused<>(Refusal.REVOKED));
  }

  /** Four threads sign a user in, or refresh, again and again until they are refused. */
  @RepeatedTest(10)
  void letsNothingSlipThroughThatIsMintedMeanwhile() throws Exception {
    var warm = new CountDownLatch(THREADS);
    var workers =
        IntStream.range(0, THREADS)
            .mapToObj(
                number ->
                    CompletableFuture.supplyAsync(
                        () -> mintUntilRefused(number % 2 == 0, warm), TestThreads::start))
            .toList();
    TestThreads.await(warm);
    assertThat(delete()).isTrue();
    for (var worker : workers) {
      assertThat(worker.get(30, SECONDS)).hasSizeGreaterThan(2).allMatch(authority::refuses);
    }
  }

  private List<IssuedTokens> mintUntilRefused(boolean refreshing, CountDownLatch warm) {
    var minted = new ArrayList<>(List.of(authority.signIn(alice)));
    Outcome<IssuedTokens> outcome;
    do {
      outcome =
          refreshing
              ? authority.refresh(minted.get(0))
              : authority.signIn.signIn(
                  authority.web, AuthFlow.USER_PASSWORD, alice.username(), TestDirectory.PASSWORD);
      if (outcome instanceof Outcome.Done<IssuedTokens> done) {
        minted.add(done.value());
      }
      if (minted.size() == 3) {
        warm.countDown();
      }
    } while (!outcome.equals(new Outcome.Refused<>(Refusal.CLIENT_DELETED)));
    return minted;
  }

  @Test
  void isDoneOnce() {
    assertThat(delete()).isTrue();
    assertThat(delete()).isFalse();
  }

  @Test
  void leavesAClientOfAnotherPoolAlone() {
    assertThat(authority.deletion.delete("eu-west-1_Other", authority.web.id(), NOTE)).isFalse();
    assertThat(authority.clients.find(authority.web.id())).isPresent();
    assertThat(authority.refuses(tokens)).isFalse();
  }
}
