package io.tokenrevocation.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(BrowserExtension.class)
@DisplayName("Users and their sessions, in a browser")
class UsersJourney {

  private final Browser browser;
  private final Sample sample;
  private final Console console;
  private final Page page;

  UsersJourney(Browser browser, BrowsedSample sample) {
    this.browser = browser;
    this.sample = sample.sample();
    console = new Console(browser, this.sample);
    page = console.page();
  }

  @BeforeEach
  void signIn() {
    sample.signIn("alice").signOutEverywhere();
    console.signIn();
  }

  @Test
  void areFoundByNameOnly() {
    console.tab("Users");
    page.fill("User name or subject", "alic");
    page.press("Find");
    page.awaitProblem("There is no such user.");
  }

  @Test
  void haveOneSessionEnded() {
    var first = sample.signIn("alice");
    var second = sample.signIn("alice", TestClient.CONFIDENTIAL);
    console.find("alice");
    assertThat(page.rows()).isEqualTo(2);
    page.press("End session at sampleweb");
    page.awaitHeading("End this session?");
    assertThat(page.question()).contains("This ends 1 live session:").contains("sampleweb");
    page.press("Cancel");
    page.awaitAnswered();
    assertThat(first.me().status()).isEqualTo(200);

    page.press("End session at sampleweb");
    page.fill("Reason", "a lost phone");
    page.press("End session");
    page.awaitSaid("The session was ended.");
    browser.waitFor("one is left", () -> page.rows() == 1);
    assertThat(first.me().challenge()).isEqualTo(Answer.REVOKED);
    assertThat(second.me().status()).isEqualTo(200);
    console.tab("Activity");
    page.await("a lost phone");
  }

  @Test
  void haveAllOtherSessionsEnded() {
    var others = List.of(sample.signIn("alice"), sample.signIn("alice"));
    var kept = sample.signIn("alice", TestClient.CONFIDENTIAL);
    console.find("alice");
    page.press("End all others than the session at samplebackend");
    page.awaitHeading("End all other sessions of the user?");
    assertThat(page.question()).contains("This ends 2 live sessions:");
    page.press("End all others");
    page.awaitSaid("2 other sessions ended.");
    browser.waitFor("one is left", () -> page.rows() == 1);
    assertThat(others).allSatisfy(session -> assertThat(session.me().status()).isEqualTo(401));
    assertThat(kept.me().status()).isEqualTo(200);
  }

  @Test
  void areSignedOutEverywhere() {
    var session = sample.signIn("alice");
    console.find("alice");
    page.press("Sign out everywhere");
    page.awaitHeading("Sign alice out everywhere?");
    page.press("Sign out everywhere");
    page.await("No live session.");
    assertThat(session.me().challenge()).isEqualTo(Answer.REVOKED);
  }
}
