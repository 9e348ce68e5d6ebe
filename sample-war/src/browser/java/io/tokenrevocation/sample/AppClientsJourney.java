package io.tokenrevocation.sample;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.By;

@ExtendWith(BrowserExtension.class)
@DisplayName("App clients, in a browser")
class AppClientsJourney {

  private static final String REVOCATION = "Enable token revocation";
  private static final String SECRET = "dd code.secret";

  private final Browser browser;
  private final BrowsedSample sample;
  private final Console console;
  private final Page page;

  AppClientsJourney(Browser browser, BrowsedSample sample) {
    this.browser = browser;
    this.sample = sample;
    console = new Console(browser, sample.sample());
    page = console.page();
  }

  @BeforeEach
  void signIn() {
    console.signIn();
    page.awaitHeading("App clients");
  }

  @Test
  void areMadeChangedAndDeleted() {
    create("kiosk", false);
    var client = new TestClient(id(), null);
    var session = sample.sample().signIn("bob", client);

    page.tick(REVOCATION);
    page.press("Save");
    page.awaitHeading("Change kiosk?");
    assertThat(page.question())
        .contains("It has 1 live session now.")
        .contains("the app can no longer revoke their refresh tokens");
    page.press("Cancel");
    page.awaitAnswered();
    page.press("Save");
    page.awaitHeading("Change kiosk?");
    page.press("Save changes");
    page.awaitSaid("The app client was changed.");
    assertThat(page.field(REVOCATION).isSelected()).isFalse();
    assertThat(session.me().status()).isEqualTo(200);

    page.press("Delete app client");
    page.awaitHeading("Delete kiosk?");
    assertThat(page.question()).contains("1 session at app client " + client.id());
    page.press("Delete");
    page.awaitHeading("App clients");
    page.await("sampleweb");
    assertThat(browser.all(By.linkText("kiosk"))).isEmpty();
    assertThat(session.me().challenge()).isEqualTo(Answer.REVOKED);
  }

  @Test
  void areShownWithTheirSecretOnlyWhenItIsAskedFor() {
    create("backend", true);
    assertThat(browser.all(By.cssSelector(SECRET)).get(0).getText()).isEmpty();
    page.press("Show secret");
    var secret = browser.find(By.cssSelector(SECRET)).getText();
    assertThat(secret).hasSizeGreaterThan(23);
    assertThat(sample.sample().signIn("bob", new TestClient(id(), secret)).getUser())
        .isEqualTo("bob");
    page.press("Hide secret");
    page.button("Show secret");
    assertThat(browser.all(By.cssSelector(SECRET)).get(0).getText()).isEmpty();
  }

  @Test
  void areNotSavedOverWhatSomebodyElseHasSaved() {
    create("shared", false);
    var administrator = ConsoleApi.signedIn(sample.sample());
    var path = "cognito-idp/us-east-1_Sample001/app-clients/" + id();
    var tag = administrator.send("GET", path, "").header("ETag");
    var changed = administrator.send("PUT", path, "{\"ClientName\":\"theirs\"}", "If-Match", tag);
    assertThat(changed.status()).isEqualTo(200);

    page.fill("Name", "mine");
    page.press("Save");
    page.press("Save changes");
    page.awaitProblem("Somebody else has changed it meanwhile.");
    page.press("Cancel");
    page.awaitAnswered();
    page.press("Discard and read again");
    page.awaitHeading("theirs");
  }

  private void create(String name, boolean withSecret) {
    page.follow("Create app client");
    page.awaitHeading("Create app client");
    page.fill("Name", name);
    if (withSecret) {
      page.tick("Generate a client secret");
    }
    page.press("Create");
    page.awaitHeading(name);
  }

  private String id() {
    return browser.find(By.cssSelector("dd code")).getText();
  }
}
