package io.tokenrevocation.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(BrowserExtension.class)
@DisplayName("The settings of an app client, in a browser")
class AppClientSettingsJourney {

  private static final String REVOCATION = "Enable token revocation";
  private static final String REFRESH = "Refresh tokens";

  private final Sample sample;
  private final Console console;
  private final Page page;

  AppClientSettingsJourney(Browser browser, BrowsedSample sample) {
    this.sample = sample.sample();
    console = new Console(browser, this.sample);
    page = console.page();
  }

  @BeforeEach
  void signIn() {
    console.signIn();
    page.awaitHeading("App clients");
  }

  @Test
  void switchTokenRevocationOffAndOn() {
    console.createClient("switched", false);
    var session = sample.signIn("bob", new TestClient(console.clientId(), null));
    page.tick(REVOCATION);
    save("the app can no longer revoke their refresh tokens");
    assertThatThrownBy(session::revoke).hasMessageContaining("not enabled");

    page.tick(REVOCATION);
    save("Refresh tokens can be revoked from now on, also those that live sessions have.");
    session.revoke();
    assertThat(session.me().challenge()).isEqualTo(Answer.REVOKED);
  }

  @Test
  void areTheDefaultsWhereNothingIsTicked() {
    console.createClient("unticked", false);
    var session = sample.signIn("bob", new TestClient(console.clientId(), null));
    page.tick("User name and password");
    page.tick(REFRESH);
    save("With nothing ticked the defaults apply: refresh tokens, SRP and custom.");
    assertThat(page.field(REFRESH).isSelected()).isTrue();
    assertThat(session.refresh().me().status()).isEqualTo(200);

    page.tick(REFRESH);
    save("Live sessions cannot refresh any more");
    assertThatThrownBy(session::refresh).hasMessageContaining("not enabled");
  }

  @Test
  void areNotLostWithoutAWord() {
    console.createClient("changed", false);
    page.fill("Name", "other");
    page.follow("Users");
    page.awaitHeading("Leave without saving?");
    page.press("Cancel");
    page.awaitAnswered();
    assertThat(page.value("Name")).isEqualTo("other");
    page.follow("Users");
    page.awaitHeading("Leave without saving?");
    page.press("Leave");
    page.awaitHeading("Users");
  }

  private void save(String effect) {
    page.press("Save");
    page.awaitHeading("Change " + page.value("Name") + "?");
    assertThat(page.question()).contains(effect);
    page.press("Save changes");
    page.awaitSaid("The app client was changed.");
    page.awaitAnswered();
    page.field("Name");
  }
}
