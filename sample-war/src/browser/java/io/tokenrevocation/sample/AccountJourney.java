package io.tokenrevocation.sample;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.By;

@ExtendWith(BrowserExtension.class)
@DisplayName("The user's own page, in a browser")
class AccountJourney {

  private final Browser browser;
  private final Sample sample;
  private final Account account;
  private final Page page;

  AccountJourney(Browser browser, BrowsedSample sample) {
    this.browser = browser;
    this.sample = sample.sample();
    account = new Account(browser, this.sample);
    page = account.page();
  }

  @BeforeEach
  void signOutEverywhere() {
    sample.signIn("bob").signOutEverywhere();
  }

  @Test
  void marksTheSessionOfThePage() {
    sample.signIn("bob", TestClient.CONFIDENTIAL);
    account.signIn("bob");
    assertThat(account.sessions()).isEqualTo(2);
    assertThat(browser.find(By.cssSelector("#sessions [aria-current]")).getText())
        .startsWith("sampleweb (this session)")
        .doesNotContain("End");
    assertThat(browser.address()).endsWith("account.html");
  }

  @Test
  void endsAnotherSession() {
    var other = sample.signIn("bob", TestClient.CONFIDENTIAL);
    account.signIn("bob");
    page.press("End the session at samplebackend");
    page.awaitHeading("End that session?");
    page.press("Cancel");
    page.awaitAnswered();
    assertThat(other.me().status()).isEqualTo(200);
    page.press("End the session at samplebackend");
    page.awaitHeading("End that session?");
    page.press("End it");
    page.awaitSaid("The session was ended.");
    assertThat(account.sessions()).isEqualTo(1);
    assertThat(browser.focused().getTagName()).as("where the focus is").isEqualTo("h1");
    assertThat(other.me().challenge()).isEqualTo(Answer.REVOKED);
  }

  @Test
  void signsOutEverywhereElse() {
    var other = sample.signIn("bob");
    account.signIn("bob");
    page.press("Sign out everywhere else");
    page.awaitHeading("Sign out everywhere else?");
    assertThat(page.question()).contains("This ends one session.");
    page.press("Sign out there");
    page.awaitSaid("One other session was ended.");
    assertThat(account.sessions()).isEqualTo(1);
    assertThat(other.me().challenge()).isEqualTo(Answer.REVOKED);
  }

  @Test
  void signsOutHereOnly() {
    var other = sample.signIn("bob");
    account.signIn("bob");
    page.press("Sign out here");
    page.awaitHeading("Sign out here?");
    page.press("Sign out");
    page.awaitSaid("You are signed out.");
    assertThat(other.me().status()).isEqualTo(200);
  }

  @Test
  void signsOutEverywhereAtOnce() {
    var other = sample.signIn("bob");
    account.signIn("bob");
    page.press("Sign out everywhere");
    page.awaitHeading("Sign out everywhere?");
    assertThat(page.question()).contains("This ends 2 sessions.");
    page.press("Sign out");
    page.awaitSaid("You are signed out.");
    assertThat(other.me().challenge()).isEqualTo(Answer.REVOKED);
  }

  @Test
  void saysSoWhenItsSessionIsEndedElsewhere() {
    account.signIn("bob");
    sample.signIn("bob").signOutEverywhere();
    page.press("Sign out everywhere else");
    page.awaitSaid("This session is over");
    page.field("Password");
    assertThat(account.sessions()).isZero();
  }
}
