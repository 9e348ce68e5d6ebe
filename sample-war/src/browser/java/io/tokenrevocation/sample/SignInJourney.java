package io.tokenrevocation.sample;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(BrowserExtension.class)
@DisplayName("Signing in to the console, in a browser")
class SignInJourney {

  private final Browser browser;
  private final Console console;
  private final Page page;

  SignInJourney(Browser browser, BrowsedSample sample) {
    this.browser = browser;
    console = new Console(browser, sample.sample());
    page = console.page();
  }

  @BeforeEach
  void open() {
    console.open();
    page.awaitHeading("Sign in to the console");
  }

  @Test
  void saysThatThePasswordIsWrong() {
    console.signIn("another-Passw0rd!");
    page.awaitProblem("The name or the password is wrong.");
    assertThat(page.field("Password").getDomProperty("value")).isEmpty();
  }

  @Test
  void leadsToTheAppClientsAndOutAgain() {
    console.signIn(Sample.PASSWORD);
    page.awaitHeading("App clients");
    assertThat(browser.address()).doesNotContain("carol").doesNotContain("?");
    page.press("Sign out");
    page.awaitHeading("Sign in to the console");
    console.open();
    page.awaitHeading("Sign in to the console");
  }

  @Test
  void isAskedForAgainWhenItIsOverAndNothingOnThePageIsLost() {
    console.signIn(Sample.PASSWORD).tab("Users");
    page.fill("Exactly", "alice");
    browser.forgetCookies();
    page.press("Find");
    page.awaitHeading("Your sign-in is over");
    console.signIn(Sample.PASSWORD);
    page.awaitHeading("alice");
    assertThat(page.field("Exactly").getDomProperty("value")).isEqualTo("alice");
  }

  @Test
  void isNotAskedForAgainWhenSomebodyDoesNotWantTo() {
    console.signIn(Sample.PASSWORD).tab("Users");
    page.fill("Exactly", "alice");
    browser.forgetCookies();
    page.press("Find");
    page.awaitHeading("Your sign-in is over");
    page.press("Not now");
    page.awaitProblem("You are not signed in any more: this was not done.");
  }
}
