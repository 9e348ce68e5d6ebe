package io.tokenrevocation.sample;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;

/** Whatever the interleaving: what was revoked is refused, what is newer is not, nothing fails. */
@DisplayName("Two requests at once:")
class RaceIT extends SampleTest {

  private static final int ROUNDS = 30;

  @RepeatedTest(ROUNDS)
  void twoRefreshes() {
    var session = sample.signIn("alice");
    for (var answer : race(() -> refresh(session), () -> refresh(session))) {
      assertThat(answer.status()).isEqualTo(200);
      assertAccepted(token("AccessToken", answer));
    }
  }

  @RepeatedTest(ROUNDS)
  void aRefreshAndARevoke() {
    var session = sample.signIn("alice");
    var answers = race(() -> refresh(session), () -> revoke(session));
    assertThat(answers.get(1).body()).isEqualTo("{}");
    assertRefused(session.accessToken());
    var refreshed = answers.get(0);
    if (refreshed.status() == 200) {
      assertRefused(token("AccessToken", refreshed));
    } else {
      assertThat(refreshed.body()).contains("Refresh Token has been revoked");
    }
    assertThat(refresh(session).body()).contains("Refresh Token has been revoked");
  }

  @RepeatedTest(ROUNDS)
  void aSignInAndAGlobalSignOut() {
    var before = sample.signIn("bob");
    var answers = race(() -> signIn("bob"), () -> signOutEverywhere(before));
    assertThat(answers).allMatch(answer -> answer.status() == 200);
    assertRefused(before.accessToken());
    var during = answers.get(0);
    var refused = me(token("AccessToken", during)).status() == 401;
    assertThat(refresh(token("RefreshToken", during)).status()).isEqualTo(refused ? 400 : 200);
    assertAccepted(token("AccessToken", signIn("bob")));
  }

  @RepeatedTest(ROUNDS)
  void twoRevokesOfOneToken() {
    var session = sample.signIn("alice");
    var answers = race(() -> revoke(session), () -> revoke(session));
    assertThat(answers).extracting(Answer::body).containsExactly("{}", "{}");
    assertRefused(session.accessToken());
    assertAccepted(sample.signIn("alice").accessToken());
  }

  @RepeatedTest(ROUNDS)
  void anUpdateOfAClientDuringARefresh() {
    var administrator = new Administrator(sample);
    var client = administrator.createForPasswords(request -> {});
    var session = sample.signIn("alice", client);
    var update =
        "{\"UserPoolId\":\"us-east-1_Sample001\",\"ClientId\":\"%s\",\"AccessTokenValidity\":2,"
            + "\"EnableTokenRevocation\":false,\"ExplicitAuthFlows\":[\"ALLOW_REFRESH_TOKEN_AUTH\"]}";
    var answers =
        race(
            () -> refresh(session),
            () ->
                SignedCall.to(sample, "UpdateUserPoolClient", update.formatted(client.id()))
                    .send(sample));
    assertThat(answers).allMatch(answer -> answer.status() == 200);
    signOutEverywhere(session);
    assertRefused(session.accessToken());
    assertRefused(token("AccessToken", answers.get(0)));
    administrator.delete(client.id());
  }

  @RepeatedTest(ROUNDS)
  void aRotationAndItsRetry() {
    var rotating = RotatingClient.make(sample, 60);
    var session = rotating.signIn();
    var answers = race(() -> rotating.send(session.refreshToken()), () -> retry(rotating, session));
    assertThat(answers).allMatch(answer -> answer.status() == 200);
    var newest = answers.stream().map(answer -> token("RefreshToken", answer)).toList();
    assertThat(newest).doesNotHaveDuplicates();
    assertThat(newest.stream().map(token -> rotating.send(token).status()))
        .containsExactlyInAnyOrder(200, 400);
    revoke(session);
    answers.forEach(answer -> assertRefused(token("AccessToken", answer)));
  }

  @RepeatedTest(ROUNDS)
  void aRotationAndItsRetryWithoutAGracePeriod() {
    var rotating = RotatingClient.make(sample, 0);
    var session = rotating.signIn();
    var answers = race(() -> rotating.send(session.refreshToken()), () -> retry(rotating, session));
    assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(200, 400);
    assertThat(answers).anyMatch(answer -> answer.body().contains("RefreshTokenReuseException"));
  }

  private static Answer retry(RotatingClient rotating, Session session) {
    return rotating.send(session.refreshToken());
  }

  private static List<Answer> race(Supplier<Answer> one, Supplier<Answer> other) {
    var barrier = new CyclicBarrier(2);
    return Stream.of(one, other)
        .map(
            request ->
                CompletableFuture.supplyAsync(
                    () -> {
                      await(barrier);
                      return request.get();
                    },
                    task -> new Thread(task).start()))
        .toList()
        .stream()
        .map(CompletableFuture::join)
        .toList();
  }

  private static void await(CyclicBarrier barrier) {
    try {
      barrier.await(10, SECONDS);
    } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
      throw new IllegalStateException(e);
    }
  }

  private Answer signIn(String username) {
    return sample.postToCognito(
        "InitiateAuth",
        "{\"AuthFlow\":\"USER_PASSWORD_AUTH\",\"ClientId\":\"sampleweb\",\"AuthParameters\":"
            + "{\"USERNAME\":\""
            + username
            + "\",\"PASSWORD\":\""
            + Sample.PASSWORD
            + "\"}}");
  }

  private Answer refresh(Session session) {
    return refresh(session.refreshToken(), session.client().id());
  }

  private Answer refresh(String refreshToken) {
    return refresh(refreshToken, TestClient.PUBLIC.id());
  }

  private Answer refresh(String refreshToken, String clientId) {
    return sample.postToCognito(
        "InitiateAuth",
        "{\"AuthFlow\":\"REFRESH_TOKEN_AUTH\",\"ClientId\":\""
            + clientId
            + "\",\"AuthParameters\":{\"REFRESH_TOKEN\":\""
            + refreshToken
            + "\"}}");
  }

  private Answer revoke(Session session) {
    return sample.postToCognito(
        "RevokeToken",
        "{\"Token\":\""
            + session.refreshToken()
            + "\",\"ClientId\":\""
            + session.client().id()
            + "\"}");
  }

  private Answer signOutEverywhere(Session session) {
    return sample.postToCognito(
        "GlobalSignOut", "{\"AccessToken\":\"" + session.accessToken() + "\"}");
  }

  private Answer me(String accessToken) {
    return sample.get("api/me", "Authorization", "Bearer " + accessToken);
  }

  private void assertAccepted(String accessToken) {
    assertThat(me(accessToken).status()).isEqualTo(200);
  }

  private void assertRefused(String accessToken) {
    assertThat(me(accessToken).challenge()).isEqualTo(Answer.REVOKED);
  }

  private static String token(String member, Answer answer) {
    var matcher = Pattern.compile("\"" + member + "\":\"([^\"]+)\"").matcher(answer.body());
    assertThat(matcher.find()).as("%s in %s", member, answer.status()).isTrue();
    return matcher.group(1);
  }
}
