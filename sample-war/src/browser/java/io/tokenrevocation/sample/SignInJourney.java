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
  private final Sample sample;
  private final Console console;
  private final Page page;

  SignInJourney(Browser browser, BrowsedSample sample) {
    this.browser = browser;
    this.sample = sample.sample();
    console = new Console(browser, this.sample);
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
    assertThat(page.value("Password")).isEmpty();
  }

  @Test
  void leadsToTheAppClientsAndOutAgain() {
    console.signIn(Sample.PASSWORD);
    page.awaitHeading("App clients");
    page.awaitSaid("Signed in as carol.");
    assertThat(browser.address()).doesNotContain("carol").doesNotContain("?");
    page.press("Sign out");
    page.awaitHeading("Sign in to the console");
    console.open();
    page.awaitHeading("Sign in to the console");
  }

  @Test
  void isAskedForAgainWhenItIsOverAndNothingOnThePageIsLost() {
    console.signIn(Sample.PASSWORD).tab("Users");
    page.fill("User name or subject", "alice");
    browser.forgetCookies();
    page.press("Find");
    page.awaitHeading("Your sign-in is over");
    console.signIn(Sample.PASSWORD);
    page.awaitHeading("alice");
    assertThat(page.value("User name or subject")).isEqualTo("alice");
  }

  @Test
  void isNotAskedForAgainWhenSomebodyDoesNotWantTo() {
    console.signIn(Sample.PASSWORD).tab("Users");
    page.fill("User name or subject", "alice");
    browser.forgetCookies();
    page.press("Find");
    page.awaitHeading("Your sign-in is over");
    page.press("Not now");
    page.awaitProblem("You are not signed in any more: this was not done.");
  }

  @Test
  void canBeAnotherOfTheSamePersonInAnotherTab() {
    console.signIn(Sample.PASSWORD).tab("Users");
    browser.setCookie(ConsoleApi.signedIn(sample).cookie(), sample.at("").getPath());
    page.fill("User name or subject", "alice");
    page.press("Find");
    page.awaitHeading("alice");
  }
}
