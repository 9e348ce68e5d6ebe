package io.tokenrevocation.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(BrowserExtension.class)
@DisplayName("What is revoked by its id, in a browser")
class RevokeJourney {

  private final Sample sample;
  private final ForeignIssuer foreign;
  private final Console console;
  private final Page page;

  RevokeJourney(Browser browser, BrowsedSample sample) {
    this.sample = sample.sample();
    foreign = sample.foreign();
    console = new Console(browser, this.sample);
    page = console.page();
  }

  @BeforeEach
  void signIn() {
    sample.signIn("alice").signOutEverywhere();
    console.signIn().tab("Users");
  }

  @Test
  void isATokenAndNotItsSession() {
    var session = sample.signIn("alice");
    preview("One token: its id (jti)", session.claim("jti"));
    assertThat(page.question()).contains("Takes this one token out of use; its session goes on.");
    revoke();
    assertThat(session.me().challenge()).isEqualTo(Answer.REVOKED);
    assertThat(session.refresh().me().status()).isEqualTo(200);
  }

  @Test
  void isASignInWithAllItsTokens() {
    var session = sample.signIn("alice");
    var other = sample.signIn("alice");
    preview("One sign-in: its family (origin_jti)", session.claim("origin_jti"));
    assertThat(page.question()).contains("This ends 1 live session:");
    revoke();
    session.assertRevoked();
    assertThat(other.me().status()).isEqualTo(200);
  }

  @Test
  void isEverythingOfASubject() {
    var sessions = List.of(sample.signIn("alice"), sample.signIn("alice"));
    preview("Everything of a subject (sub)", sessions.get(0).claim("sub"));
    assertThat(page.question()).contains("This ends 2 live sessions:");
    revoke();
    sessions.forEach(Session::assertRevoked);
  }

  @Test
  void isEverythingThatAnotherIssuerGaveAClient() {
    var token = foreign.token(Map.of("azp", "old-app"));
    assertThat(me(token).status()).isEqualTo(200);
    page.choose("Issuer", "keycloak");
    preview("Everything of an app client (client_id)", "old-app");
    assertThat(page.question()).contains("How many sign-ins this hits is not known here");
    revoke();
    assertThat(me(token).challenge()).isEqualTo(Answer.REVOKED);
    assertThat(me(foreign.token()).status()).isEqualTo(200);
  }

  @Test
  void isASessionOfOtherIssuersOnly() {
    assertThat(page.options("What")).doesNotContain("One session (sid)");
    page.choose("Issuer", "keycloak");
    assertThat(page.options("What")).contains("One session (sid)");
  }

  private void preview(String what, String id) {
    page.choose("What", what);
    page.fill("Its id", id);
    page.press("Preview");
    page.awaitHeading("Revoke this?");
  }

  private void revoke() {
    page.press("Revoke");
    page.awaitSaid("It was revoked, and is refused from now on.");
  }

  private Answer me(String token) {
    return sample.get("api/me", "Authorization", "Bearer " + token);
  }
}
