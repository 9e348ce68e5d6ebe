package io.tokenrevocation.sample;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;

@ExtendWith(BrowserExtension.class)
@DisplayName("The console by keyboard alone")
class KeyboardJourney {

  private final Browser browser;
  private final Sample sample;
  private final Console console;
  private final Page page;

  KeyboardJourney(Browser browser, BrowsedSample sample) {
    this.browser = browser;
    this.sample = sample.sample();
    console = new Console(browser, this.sample);
    page = console.page();
  }

  @Test
  void signsInFindsAUserAndEndsTheSession() {
    sample.signIn("alice").signOutEverywhere();
    var session = sample.signIn("alice");
    console.open();
    page.awaitHeading("Sign in to the console");
    browser.type("carol", Keys.TAB, Sample.PASSWORD, Keys.ENTER);
    page.awaitHeading("App clients");
    tabTo("Users");
    browser.type(Keys.ENTER);
    page.awaitHeading("Users");
    browser.find(By.cssSelector("input[type=search]"));
    tabToField("User name or subject");
    browser.type("alice", Keys.ENTER);
    page.awaitHeading("alice");
    tabTo("End");
    browser.type(Keys.ENTER);
    page.awaitHeading("End this session?");
    assertThat(browser.focused().getText()).as("the answer that harms nobody").isEqualTo("Cancel");
    browser.type(Keys.ESCAPE);
    page.awaitAnswered();
    assertThat(browser.focused().getText()).as("where it was").isEqualTo("End");
    browser.type(Keys.ENTER);
    page.awaitHeading("End this session?");
    browser.type(Keys.TAB, Keys.ENTER);
    page.awaitSaid("The session was ended.");
    assertThat(session.me().challenge()).isEqualTo(Answer.REVOKED);
  }

  private void tabTo(String text) {
    browser.waitFor(
        text + " has the focus",
        () -> {
          browser.type(Keys.TAB);
          return browser.focused().getText().equals(text);
        });
  }

  private void tabToField(String label) {
    var wanted = page.field(label);
    browser.waitFor(
        label + " has the focus",
        () -> {
          browser.type(Keys.TAB);
          return browser.focused().equals(wanted);
        });
  }
}
