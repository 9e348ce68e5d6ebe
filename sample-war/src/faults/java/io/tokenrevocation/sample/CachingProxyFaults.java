package io.tokenrevocation.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

@DisplayName("Two applications that follow the sample through an nginx that caches")
@Order(1) // on their own, before there is a cluster
class CachingProxyFaults {

  private static final Duration QUIET = Duration.ofSeconds(20);

  private static RunCommand authority;
  private static Nginx nginx;
  private static List<RunningServer> followers;

  @BeforeAll
  static void start() throws IOException, InterruptedException {
    var directory = Cluster.newDirectory("caching-proxy-");
    authority = RunCommand.start(directory.resolve("authority"), RunCommand.freePort());
    nginx = Nginx.start(directory.resolve("nginx"), authority.port());
    followers = List.of(follower(directory.resolve("one")), follower(directory.resolve("other")));
  }

  private static RunningServer follower(Path directory) throws IOException, InterruptedException {
    return FollowerWar.start(Files.createDirectories(directory), authority.port(), nginx.address());
  }

  @AfterAll
  static void stop() {
    followers.forEach(RunningServer::close);
    nginx.close();
    authority.close();
  }

  private static Session signIn() {
    return authority.sample().signIn("alice");
  }

  private static Answer stock(RunningServer follower, Session session) {
    return follower
        .sample("stock")
        .get("stock", "Authorization", "Bearer " + session.accessToken());
  }

  private static boolean allAccept(Session session) {
    return followers.stream().allMatch(each -> stock(each, session).status() == 200);
  }

  private static boolean allRefuse(Session session) {
    return followers.stream()
        .allMatch(each -> stock(each, session).challenge().equals(Answer.REVOKED));
  }

  private static boolean allAreStale(Session session) {
    return followers.stream().allMatch(each -> stock(each, session).status() == 503);
  }

  private static Session revokedAndRefused() throws InterruptedException {
    var revoked = signIn();
    Finding.millisUntil(() -> allAccept(revoked));
    revoked.revoke();
    Finding.print(
        "nginx: both followers refuse after %d ms", Finding.millisUntil(() -> allRefuse(revoked)));
    return revoked;
  }

  @Test
  void learnOfRevocations() throws InterruptedException {
    for (var round = 0; round < 10; round++) {
      revokedAndRefused();
    }
  }

  @Test
  void costTheAuthorityOneQuestionAtATime() throws Exception {
    Finding.millisUntil(() -> allAccept(signIn()));
    var begin = InstantSource.system().millis() / 1_000.0;
    Thread.sleep(QUIET.toMillis());
    revokedAndRefused();

    var served = nginx.servedSince(begin);
    var passedOn = served.stream().filter(Nginx.Served::isUpstream).toList();
    Finding.print("nginx: asked %d times, asked the authority %d", served.size(), passedOn.size());
    assertThat(passedOn).isNotEmpty().hasSizeLessThan(served.size() / 2);
    for (var one : passedOn) {
      assertThat(passedOn.stream().filter(one::overlaps)).containsExactly(one);
    }
  }

  @Test
  void areStaleWhenItGivesOldAnswersAndRecover() throws Exception {
    var revoked = revokedAndRefused();
    var live = signIn();
    nginx.freeze();
    try {
      Finding.print(
          "nginx frozen: both answer 503 after %d ms",
          Finding.millisUntil(() -> allAreStale(live)));
      assertThat(allRefuse(revoked)).as("what is known stays refused").isTrue();
      live.revoke();
    } finally {
      nginx.thaw();
    }
    Finding.millisUntil(() -> allRefuse(live));
    Finding.millisUntil(() -> allAccept(signIn()));
  }

  @Test
  void areStaleWhileItIsDownAndRecover() throws Exception {
    var revoked = revokedAndRefused();
    var live = signIn();
    nginx.stop();
    Finding.print(
        "nginx stopped: both answer 503 after %d ms", Finding.millisUntil(() -> allAreStale(live)));
    assertThat(allRefuse(revoked)).as("what is known stays refused").isTrue();
    live.revoke();

    nginx.startAgain();
    Finding.print(
        "nginx started: both know again after %d ms", Finding.millisUntil(() -> allRefuse(live)));
    Finding.millisUntil(() -> allAccept(signIn()));
  }
}
