package io.tokenrevocation.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Takes a picture of every page, light, dark and on a phone, which no page is too wide for. */
@ExtendWith(BrowserExtension.class)
@DisplayName("Every page on a desk, in the dark and on a phone")
class PicturesJourney {

  private final Browser browser;
  private final Sample sample;
  private final Console console;
  private final Page page;

  PicturesJourney(Browser browser, BrowsedSample sample) {
    this.browser = browser;
    this.sample = sample.sample();
    console = new Console(browser, this.sample);
    page = console.page();
  }

  @BeforeEach
  void makeSessions() {
    sample.signIn("alice").signOutEverywhere();
    sample.signIn("alice");
    sample.signIn("alice", TestClient.CONFIDENTIAL);
  }

  @Test
  void ofTheConsole() {
    console.open();
    page.awaitHeading("Sign in to the console");
    picture("sign-in");
    console.signIn(Sample.PASSWORD);
    page.await("samplebackend");
    picture("app-clients");
    page.follow("samplebackend");
    page.awaitHeading("samplebackend");
    picture("app-client");
    console.find("alice");
    page.await("samplebackend");
    picture("users");
    page.press("End session at samplebackend");
    page.awaitHeading("End this session?");
    picture("preview");
    page.press("Cancel");
    page.awaitAnswered();
    console.tab("Activity");
    page.await("Newest first");
    picture("activity");
    console.tab("Status");
    page.await("access tokens");
    picture("status");
  }

  @Test
  void ofTheUsersPage() {
    var account = new Account(browser, sample).signIn("alice");
    page.await("(this session)");
    picture("account");
    assertThat(account.sessions()).isEqualTo(3);
  }

  private void picture(String name) {
    take(name, 1200, 800, false);
    take(name + "-dark", 1200, 800, true);
    take(name + "-phone", 360, 740, false);
    browser.show(1200, 800, false);
  }

  private void take(String name, int width, int height, boolean dark) {
    browser.show(width, height, dark);
    assertThat(browser.overflow()).as("%s is wider than %s", name, width).isZero();
    browser.takePicture(Path.of(System.getProperty("browser.images"), name + ".png"));
  }
}
