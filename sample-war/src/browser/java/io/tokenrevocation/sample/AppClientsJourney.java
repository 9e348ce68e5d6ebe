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
    console.createClient("kiosk", false);
    var client = new TestClient(console.clientId(), null);
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
    page.awaitSaid("The app client was deleted.");
    assertThat(browser.all(By.linkText("kiosk"))).isEmpty();
    assertThat(session.me().challenge()).isEqualTo(Answer.REVOKED);
  }

  @Test
  void areShownWithTheirSecretOnlyWhenItIsAskedFor() {
    console.createClient("backend", true);
    assertThat(browser.all(By.cssSelector(SECRET)).get(0).getText()).isEmpty();
    page.press("Show secret");
    var secret = browser.find(By.cssSelector(SECRET)).getText();
    assertThat(secret).hasSizeGreaterThan(23);
    assertThat(sample.sample().signIn("bob", new TestClient(console.clientId(), secret)).getUser())
        .isEqualTo("bob");
    page.press("Hide secret");
    page.button("Show secret");
    assertThat(browser.all(By.cssSelector(SECRET)).get(0).getText()).isEmpty();
  }

  @Test
  void haveTheirSecretCopied() {
    console.createClient("copied", true);
    page.press("Copy secret");
    page.awaitSaid("The client secret was copied.");
    var pasted = page.paste("Name");
    page.press("Discard and read again");
    page.awaitHeading("copied");
    page.press("Show secret");
    assertThat(browser.find(By.cssSelector(SECRET)).getText()).isEqualTo(pasted);
  }

  @Test
  void areReadAgainByTheirTab() {
    console.tab("App clients");
    page.await("sampleweb");
    var path = "cognito-idp/us-east-1_Sample001/app-clients";
    var made =
        ConsoleApi.signedIn(sample.sample()).send("POST", path, "{\"ClientName\":\"of another\"}");
    assertThat(made.status()).isEqualTo(201);
    assertThat(browser.all(By.linkText("of another"))).isEmpty();
    page.follow("App clients");
    browser.find(By.linkText("of another"));
  }

  @Test
  void areNotSavedOverWhatSomebodyElseHasSaved() {
    console.createClient("shared", false);
    var administrator = ConsoleApi.signedIn(sample.sample());
    var path = "cognito-idp/us-east-1_Sample001/app-clients/" + console.clientId();
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
}
