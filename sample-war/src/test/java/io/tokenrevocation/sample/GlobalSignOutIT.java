package io.tokenrevocation.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cognitoidentityprovider.model.NotAuthorizedException;

@DisplayName("GlobalSignOut, called with the AWS SDK")
class GlobalSignOutIT extends SampleTest {

  @Test
  @Contract({"3.3 access", "3.3 refresh"})
  void refusesAllSessionsOfTheUserAtEveryClient() {
    var phone = sample.signIn("alice");
    var laptop = sample.signIn("alice", TestClient.CONFIDENTIAL);
    var refreshed = laptop.refresh();

    phone.signOutEverywhere();

    for (var session : new Session[] {phone, laptop, refreshed}) {
      session.assertRevoked();
    }
  }

  @Test
  void leavesOtherUsersAlone() {
    var bob = sample.signIn("bob");
    sample.signIn("alice").signOutEverywhere();
    assertThat(bob.me().status()).isEqualTo(200);
    assertThat(bob.refresh().me().status()).isEqualTo(200);
  }

  @Test
  @Contract("3.1 again")
  void refusesTheTokenItWasCalledWithASecondTime() {
    var session = sample.signIn("alice");
    session.signOutEverywhere();
    assertThatExceptionOfType(NotAuthorizedException.class)
        .isThrownBy(session::signOutEverywhere)
        .withMessageContaining("Access Token has been revoked");
  }

  @Test
  @Contract("3.3 sign-in")
  void sparesASignInThatFollowsInTheSameSecondAndNothingBefore() {
    for (var round = 0; round < 40; round++) {
      var before = sample.signIn("alice");
      before.signOutEverywhere();
      var after = sample.signIn("alice");

      assertThat(before.me().challenge()).as("before, round %d", round).isEqualTo(Answer.REVOKED);
      assertThat(after.me().status()).as("after, round %d", round).isEqualTo(200);
      assertThat(after.refresh().me().status()).as("refreshed, round %d", round).isEqualTo(200);
    }
  }

  @Test
  void isExactWhenSignInsAndRefreshesRaceIt() throws ExecutionException, InterruptedException {
    var threads = Executors.newFixedThreadPool(3);
    try {
      for (var round = 0; round < 15; round++) {
        race(threads, round);
      }
    } finally {
      threads.shutdownNow();
    }
  }

  /**
   * What finished before is refused, what starts afterwards lives, what overlaps is one of them.
   */
  private void race(ExecutorService threads, int round)
      throws ExecutionException, InterruptedException {
    var before = sample.signIn("alice");
    var signIn = CompletableFuture.supplyAsync(() -> sample.signIn("alice"), threads);
    var refresh = CompletableFuture.supplyAsync(() -> refreshed(before), threads);
    var signOut = CompletableFuture.runAsync(() -> before.signOutEverywhere(), threads);
    signOut.get();
    var after = sample.signIn("alice");

    assertThat(before.me().challenge()).as("before, round %d", round).isEqualTo(Answer.REVOKED);
    assertThat(refresh.get().me().challenge())
        .as("refreshed, round %d", round)
        .isEqualTo(Answer.REVOKED);
    assertThat(after.me().status()).as("after, round %d", round).isEqualTo(200);
    assertThat(signIn.get().me().status() == 200)
        .as("the access token and the refresh token of an overlapping sign-in agree")
        .isEqualTo(canRefresh(signIn.get()));
  }

  /** A refresh that came too late mints nothing, so the tokens before it stand for it. */
  private static Session refreshed(Session session) {
    try {
      return session.refresh();
    } catch (NotAuthorizedException signedOut) {
      return session;
    }
  }

  private static boolean canRefresh(Session session) {
    try {
      return session.refresh().me().status() == 200;
    } catch (NotAuthorizedException signedOut) {
      return false;
    }
  }
}
