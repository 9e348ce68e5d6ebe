package io.tokenrevocation.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.By;

@ExtendWith(BrowserExtension.class)
@DisplayName("50,000 entries of the activity, in a browser")
class ActivityJourney {

  private static final int MANY = 50_000;
  private static final String SEED =
      """
      insert into revocation_audit (done_at, action, outcome, done_by, done_from, pool_id, issuer,
        scope, revoked, reason, sessions)
      select dateadd(second, -30 * x, current_timestamp), 'revoke', 'done', 'key MANY', '192.0.2.1',
        'us-east-1_Sample001', 'http://localhost/us-east-1_Sample001', 'family', random_uuid(),
        'number ' || x, 1
      from system_range(1, ?)
      """;

  private final Browser browser;
  private final BrowsedSample sample;
  private final Console console;
  private final Page page;

  ActivityJourney(Browser browser, BrowsedSample sample) {
    this.browser = browser;
    this.sample = sample;
    console = new Console(browser, sample.sample());
    page = console.page();
  }

  @BeforeEach
  void seed() throws SQLException {
    try (var connection = sample.connect();
        var insert = connection.prepareStatement(SEED);
        var delete = connection.createStatement()) {
      delete.execute("delete from revocation_audit where done_by = 'key MANY'");
      insert.setInt(1, MANY);
      assertThat(insert.executeUpdate()).isEqualTo(MANY);
    }
    console.signIn().tab("Activity");
  }

  @Test
  void areCountedDrawnFilteredAndPagedThrough() {
    page.choose("Period", "the last month");
    page.fill("By", "key MANY");
    page.press("Show");
    page.await("50,000 entries, 50,000 revocations among them, from");
    assertThat(browser.all(By.cssSelector("svg rect.column"))).hasSizeGreaterThan(20);
    assertThat(entries()).isEqualTo(50);
    page.await("number 1");
    page.press("Show older ones");
    browser.waitFor("a hundred", () -> entries() == 100);
    page.await("number 100");

    page.choose("What", "sign out");
    page.press("Show");
    page.await("Nothing in this time.");
  }

  @Test
  void canBeNarrowedDownToOne() throws SQLException {
    String revoked;
    try (var connection = sample.connect();
        var query = connection.createStatement();
        var rows =
            query.executeQuery(
                "select revoked from revocation_audit where reason = 'number 49999'")) {
      assertThat(rows.next()).isTrue();
      revoked = rows.getString(1);
    }
    page.choose("Period", "the last month");
    page.fill("Target", revoked);
    page.press("Show");
    page.await("1 entry, 1 revocation among them, from");
    page.await("number 49999");
    page.await("Issuer http://localhost/us-east-1_Sample001");
    assertThat(entries()).isEqualTo(1);
  }

  @Test
  void canBeNarrowedDownToWhatWasRefused() throws SQLException {
    try (var connection = sample.connect();
        var update = connection.createStatement()) {
      update.execute(
          "update revocation_audit set outcome = 'refused'"
              + " where done_by = 'key MANY' and reason in ('number 7', 'number 8')");
    }
    page.fill("By", "key MANY");
    page.choose("Outcome", "refused");
    page.press("Show");
    page.await("Entries over time: 2 entries, 2 revocations among them, from");
    assertThat(entries()).isEqualTo(2);
    page.choose("Outcome", "done");
    page.press("Show");
    page.awaitSaid("50 entries shown, there are more.");
    assertThat(browser.all(By.xpath("//td//strong"))).isEmpty();
  }

  @Test
  void areSavedToAFileAfterASignInThatIsOver() {
    page.choose("Period", "the last day");
    page.fill("By", "key MANY");
    page.press("Show");
    page.await("number 50");
    browser.forgetCookies();
    page.follow("Export all of these (NDJSON)");
    page.awaitHeading("Your sign-in is over");
    console.signIn(Sample.PASSWORD);
    var lines = browser.saved("activity.ndjson");
    assertThat(lines).hasSizeBetween(2870, 2880); // of one day, one every 30 seconds
    assertThat(lines.get(lines.size() - 1)).contains("\"reason\":\"number 1\"");
  }

  /** Not those of the table that says what the plot shows. */
  private int entries() {
    return browser.all(By.xpath("//table[caption='Newest first']/tbody/tr")).size();
  }
}
