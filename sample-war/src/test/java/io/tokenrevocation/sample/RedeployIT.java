package io.tokenrevocation.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@DisplayName("Redeployed twenty times in one server, the sample")
@Tag("redeployment")
class RedeployIT {

  private static final int TIMES = 20;

  /** From here on, a server has all the threads and connections it ever wants for it. */
  private static final int WARM = 5;

  private static final long PATIENCE_SECONDS = 120;

  /** Or else a cache of softly held classes looks like a leak until memory runs short. */
  private static final String NOTHING_KEPT_FOR_LATER = "-XX:SoftRefLRUPolicyMSPerMB=0";

  private static RunningServer server;
  private static Footprint early;
  private static Footprint late;

  @BeforeAll
  static void redeploy() throws IOException, InterruptedException {
    var kind = ServerUnderTest.chosen();
    var parent = Files.createDirectories(Path.of(System.getProperty("it.data"), "redeployed"));
    var directory = Files.createTempDirectory(parent, "run-");
    var war = directory.resolve("sample.war");
    Files.copy(Path.of(System.getProperty("it.war")), war);
    var port = RunCommand.freePort();
    server = RunningServer.launch(directory, port, List.of(war), NOTHING_KEPT_FOR_LATER);
    awaitDeployments(1);
    early = Footprint.of(server);
    for (var times = 1; times <= TIMES; times++) {
      kind.redeploy(server, war);
      awaitDeployments(1 + times);
      early = times > WARM ? early : Footprint.of(server);
    }
    late = Footprint.of(server);
  }

  /** Each says so when it begins to enforce. */
  private static void awaitDeployments(int number) throws InterruptedException {
    assertThat(
            RunCommand.within(
                PATIENCE_SECONDS, () -> server.log().split("REV0103", -1).length > number))
        .as("deployment %d: %s", number, server.log())
        .isTrue();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  /** The last one, and one that a server has not let go of yet. */
  @Test
  void leavesNoClassesBehind() {
    assertThat(late.copies()).as("early %s, late %s", early, late).isBetween(1L, 3L);
  }

  @Test
  void leavesNoConnectionsBehind() {
    assertThat(late.connections()).isLessThan(early.connections() + TIMES - WARM);
  }

  @Test
  void leavesNoThreadsBehind() {
    assertThat(late.threads()).isLessThan(early.threads() + TIMES - WARM);
  }

  @Test
  void worksAsOnTheFirstDay() {
    var sample = server.sample("sample");
    var session = sample.signIn("alice");
    assertThat(session.me().status()).isEqualTo(200);
    session.revoke();
    assertThat(session.me().challenge()).isEqualTo(Answer.REVOKED);
  }
}
