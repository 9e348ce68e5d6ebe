package io.tokenrevocation.sample;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(BrowserExtension.class)
@DisplayName("Both pages while the database is down, in a browser")
class DatabaseDownJourney {

  private final Browser browser;
  private final BrowsedSample sample;
  private final Console console;
  private final Page page;

  DatabaseDownJourney(Browser browser, BrowsedSample sample) {
    this.browser = browser;
    this.sample = sample;
    console = new Console(browser, sample.sample());
    page = console.page();
  }

  @AfterEach
  void bringDatabaseBack() throws Exception {
    sample.bringDatabaseBack();
    assertThat(RunCommand.within(60, () -> sample.sample().signInStatus() == 200)).isTrue();
  }

  @Test
  void theConsoleSaysSoAndGoesOnAfterwards() throws Exception {
    console.signIn().tab("Users");
    page.fill("Exactly", "alice");
    sample.takeDatabaseAway();
    page.press("Find");
    page.awaitProblem("The authority cannot reach its database");
    sample.bringDatabaseBack();
    assertThat(RunCommand.within(60, () -> sample.sample().signInStatus() == 200)).isTrue();
    page.press("Find");
    page.awaitHeading("alice");
  }

  @Test
  void theUsersPageSaysSo() {
    var account = new Account(browser, sample.sample()).signIn("bob");
    sample.takeDatabaseAway();
    account.page().press("Sign out everywhere");
    page.awaitProblem("That is not known now. Try again.");
  }
}
