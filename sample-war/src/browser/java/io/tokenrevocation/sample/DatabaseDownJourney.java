package io.tokenrevocation.sample;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.By;

@ExtendWith(BrowserExtension.class)
@DisplayName("Both pages while the database is down, in a browser")
class DatabaseDownJourney {

  private static final String AUTOMATIC = "Refresh every five seconds";

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
  void whatCannotBeShownIsTriedAgain() throws Exception {
    console.signIn().tab("Users");
    sample.takeDatabaseAway();
    page.follow("App clients");
    page.awaitHeading("This cannot be shown");
    page.awaitProblem("Nothing is known of what was asked; try again.");
    bringDatabaseBack();
    page.press("Try again");
    page.awaitHeading("App clients");
    page.await("sampleweb");
  }

  @Test
  void theStatusIsNotRefreshedByItselfAnyMore() {
    console.signIn().tab("Status");
    page.await("access tokens");
    page.tick(AUTOMATIC);
    sample.takeDatabaseAway();
    page.awaitProblem("The authority cannot reach its database");
    browser.waitFor("no tick", () -> !page.field(AUTOMATIC).isSelected());
    assertThat(browser.all(By.xpath("//table[caption='Nodes']/tbody/tr"))).hasSize(1);
  }

  @Test
  void theConsoleSaysSoAndGoesOnAfterwards() throws Exception {
    console.signIn().tab("Users");
    page.fill("User name or subject", "alice");
    sample.takeDatabaseAway();
    page.press("Find");
    page.awaitProblem("The authority cannot reach its database");
    bringDatabaseBack();
    page.press("Find");
    page.awaitHeading("alice");
    assertThat(browser.all(By.className("problem"))).as("what was wrong before").isEmpty();
  }

  @Test
  void theUsersPageSaysSo() {
    var account = new Account(browser, sample.sample()).signIn("bob");
    sample.takeDatabaseAway();
    account.page().press("Sign out everywhere");
    page.awaitProblem("That is not known now. Try again.");
  }
}
