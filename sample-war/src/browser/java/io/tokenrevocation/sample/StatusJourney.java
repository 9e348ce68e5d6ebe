package io.tokenrevocation.sample;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.By;

@ExtendWith(BrowserExtension.class)
@DisplayName("The status, in a browser")
class StatusJourney {

  private final Browser browser;
  private final Console console;
  private final Page page;

  StatusJourney(Browser browser, BrowsedSample sample) {
    this.browser = browser;
    console = new Console(browser, sample.sample());
    page = console.page();
  }

  @BeforeEach
  void open() {
    console.signIn().tab("Status");
  }

  @Test
  void showsTheNodeAndTheKeysThatSign() {
    browser.waitFor("one node", () -> rows("Nodes") == 1);
    var node = browser.find(By.xpath("//table[caption='Nodes']/tbody/tr")).getText();
    assertThat(node).contains("ready").doesNotContain("not ready").containsPattern("\\d KiB|MiB");
    assertThat(rows("Signing keys of us-east-1_Sample001")).isGreaterThanOrEqualTo(2);
    page.await("access tokens");
    page.await("0 hours");
  }

  @Test
  void isReadAgainAtThePressOfAButton() {
    page.press("Refresh");
    page.awaitSaid("The status was refreshed.");
    assertThat(rows("Nodes")).isEqualTo(1);
  }

  private int rows(String caption) {
    return browser.all(By.xpath("//table[caption='%s']/tbody/tr".formatted(caption))).size();
  }
}
