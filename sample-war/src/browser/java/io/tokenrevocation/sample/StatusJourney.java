package io.tokenrevocation.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.By;

@ExtendWith(BrowserExtension.class)
@DisplayName("The status, in a browser")
class StatusJourney {

  private final Browser browser;
  private final BrowsedSample sample;
  private final Console console;
  private final Page page;

  StatusJourney(Browser browser, BrowsedSample sample) {
    this.browser = browser;
    this.sample = sample;
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
    var key = browser.find(By.xpath("//table[contains(caption,'keys')]/tbody/tr")).getText();
    assertThat(key).containsPattern("\\d (second|minute)s?").contains("until replaced");
  }

  @Test
  void saysWhichNodeIsHeardOfNoMore() throws SQLException {
    execute(
        "insert into revocation_node select random_uuid(), 'gone', started_at,"
            + " dateadd(hour, -3, seen_at), true, 0, 7, 0, null, null from revocation_node");
    try {
      page.press("Refresh");
      page.awaitSaid("The status was refreshed.");
      var gone = browser.find(By.xpath("//tr[contains(.,'gone')]")).getText();
      assertThat(gone)
          .contains("not heard of for 3 hours", "3 hours ago")
          .doesNotContain("ready", "KiB");
    } finally {
      execute("delete from revocation_node where name = 'gone'");
    }
  }

  @Test
  void isReadAgainAtThePressOfAButton() {
    page.press("Refresh");
    page.awaitSaid("The status was refreshed.");
    assertThat(rows("Nodes")).isEqualTo(1);
  }

  private void execute(String sql) throws SQLException {
    try (var connection = sample.connect();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private int rows(String caption) {
    return browser.all(By.xpath("//table[caption='%s']/tbody/tr".formatted(caption))).size();
  }
}
