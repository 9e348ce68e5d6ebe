package io.tokenrevocation.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("An application with the filter alone that follows the sample over HTTP")
class FollowerIT {

  private static Path data;
  private static RunCommand authority;
  private static FeedProxy between;
  private static RunningServer follower;

  @BeforeAll
  static void start() throws IOException, InterruptedException {
    var parent = Files.createDirectories(Path.of(System.getProperty("it.data"), "follower"));
    data = Files.createTempDirectory(parent, "run-");
    authority = RunCommand.start(data.resolve("authority"), RunCommand.freePort());
    between = new FeedProxy(authority.port());
    follower = FollowerWar.start(data, authority.port(), between.address());
  }

  @AfterAll
  static void stop() {
    follower.close();
    between.close();
    authority.close();
  }

  @AfterEach
  void letEverythingPass() throws InterruptedException {
    between.be(FeedProxy.Mode.PASS);
    assertThat(RunCommand.within(30, () -> stock(signIn()).status() == 200)).isTrue();
  }

  private static Session signIn() {
    return authority.sample().signIn("alice");
  }

  private static Answer stock(Session session) {
    return follower
        .sample("stock")
        .get("stock", "Authorization", "Bearer " + session.accessToken());
  }

  private static boolean isRevokedWithin(long seconds, Session session)
      throws InterruptedException {
    return RunCommand.within(seconds, () -> stock(session).challenge().equals(Answer.REVOKED));
  }

  @Test
  void letsAUserOfTheAuthorityThrough() {
    var session = signIn();
    assertThat(stock(session).body()).isEqualTo("12 apples for alice");
    assertThat(follower.sample("stock").get("stock").challenge()).isEqualTo("Bearer");
  }

  @Test
  void refusesWhatIsRevokedAtTheAuthority() throws InterruptedException {
    var live = signIn();
    var revoked = signIn();
    assertThat(stock(revoked).status()).isEqualTo(200);

    revoked.revoke();

    assertThat(isRevokedWithin(15, revoked)).isTrue();
    assertThat(stock(live).status()).isEqualTo(200);
  }

  @Test
  void refusesAUserWhoHasSignedOutEverywhere() throws InterruptedException {
    var session = authority.sample().signIn("bob");
    session.signOutEverywhere();
    assertThat(isRevokedWithin(15, session)).isTrue();
    assertThat(stock(authority.sample().signIn("bob")).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @EnumSource(names = {"GARBAGE", "ALTER", "SWAP", "FREEZE", "REDIRECT", "FAIL"})
  void closesWhenItIsToldNothingNewThatItBelieves(FeedProxy.Mode mode) throws InterruptedException {
    var live = signIn();
    var revoked = signIn();
    revoked.revoke();
    assertThat(isRevokedWithin(15, revoked)).isTrue();
    var outages = outages();

    between.be(mode);
    var unheard = signIn();
    unheard.revoke();

    assertThat(RunCommand.within(30, () -> stock(live).status() == 503)).isTrue();
    assertThat(stock(live).header("Retry-After")).isNotEmpty();
    assertThat(stock(revoked).challenge()).isEqualTo(Answer.REVOKED);
    assertThat(outages() - outages).isEqualTo(mode == FeedProxy.Mode.FREEZE ? 0 : 1);

    between.be(FeedProxy.Mode.PASS);
    assertThat(RunCommand.within(30, () -> stock(live).status() == 200)).isTrue();
    assertThat(isRevokedWithin(15, unheard)).isTrue();
  }

  @Test
  void goesOnWithoutTheAuthorityForAWhileAndRecoversWhenItIsBack() throws Exception {
    var live = signIn();
    var revoked = signIn();
    revoked.revoke();
    assertThat(isRevokedWithin(15, revoked)).isTrue();
    var outages = outages();

    killAuthority();

    assertThat(RunCommand.within(30, () -> stock(live).status() == 503)).isTrue();
    assertThat(stock(revoked).challenge()).isEqualTo(Answer.REVOKED);
    assertThat(outages() - outages).as("told once").isEqualTo(1);

    startAuthority();
    assertThat(RunCommand.within(30, () -> stock(live).status() == 200)).isTrue();
    live.revoke();
    assertThat(isRevokedWithin(15, live)).isTrue();
    assertThat(stock(revoked).challenge()).isEqualTo(Answer.REVOKED);
  }

  @Test
  void goesOnRefusingWhatItKnewAndLearnsWhatIsNewWhenABackupWasRestored() throws Exception {
    var known = signIn();
    known.revoke();
    assertThat(isRevokedWithin(15, known)).isTrue();
    var database = data.resolve("authority").resolve("authority.mv.db");
    var backup = data.resolve("backup.mv.db");

    killAuthority();
    Files.copy(database, backup);
    startAuthority();
    var forgotten = signIn();
    forgotten.revoke();
    assertThat(isRevokedWithin(30, forgotten)).isTrue();
    killAuthority();
    Files.copy(backup, database, StandardCopyOption.REPLACE_EXISTING);
    startAuthority("-Drevocation.feed-incarnation=2");

    var unheard = signIn(); // its revocation gets the number of the one that was forgotten
    unheard.revoke();
    assertThat(isRevokedWithin(30, unheard)).isTrue();
    assertThat(stock(forgotten).challenge()).isEqualTo(Answer.REVOKED);
    assertThat(stock(known).challenge()).isEqualTo(Answer.REVOKED);
  }

  private static void killAuthority() throws InterruptedException {
    authority.server().destroyForcibly();
    assertThat(authority.endsWithin(5)).isTrue();
  }

  private static void startAuthority(String... options) throws IOException, InterruptedException {
    authority = RunCommand.start(data.resolve("authority"), authority.port(), options);
  }

  @Test
  void learnsOfRevocationsThroughACacheThatAnswersSomeQuestionsItself()
      throws InterruptedException {
    between.be(FeedProxy.Mode.CACHE);
    var session = signIn();
    var asked = between.asked();
    var passedOn = between.passedOn();
    assertThat(RunCommand.within(30, () -> between.asked() - asked > 20)).isTrue();
    assertThat(between.passedOn() - passedOn).isLessThan(between.asked() - asked);

    session.revoke();

    assertThat(isRevokedWithin(15, session)).isTrue();
    assertThat(stock(signIn()).status()).isEqualTo(200);
  }

  @Test
  void saysWhomItFollowsAndNeverTheCredential() throws IOException {
    assertThat(follower.log())
        .contains("REV0126: Revocations are followed at " + between.address())
        .doesNotContain(FollowerWar.CREDENTIAL);
    assertThat(Files.readString(data.resolve("authority").resolve("server.log")))
        .doesNotContain(FollowerWar.CREDENTIAL);
  }

  private static int outages() {
    return follower.log().split("REV0104", -1).length - 1;
  }
}
