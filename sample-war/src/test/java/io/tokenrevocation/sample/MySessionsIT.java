package io.tokenrevocation.sample;

import static io.tokenrevocation.sample.SessionsApi.hit;
import static io.tokenrevocation.sample.SessionsApi.id;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A user, at /revocation/me,")
class MySessionsIT extends SampleTest {

  private Session browser;
  private Session phone;
  private SessionsApi me;

  /** Other tests sign alice in, too. */
  @BeforeEach
  void signInTwice() {
    sample.signIn("alice").signOutEverywhere();
    browser = sample.signIn("alice");
    phone = sample.signIn("alice", TestClient.CONFIDENTIAL);
    me = new SessionsApi(sample, browser.accessToken());
  }

  @Test
  void hasAPageThatNoOtherPageMayFrame() {
    var page = sample.get("account.html");
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.header("Content-Security-Policy")).isEqualTo("frame-ancestors 'none'");
  }

  @Test
  void seesTheirSessionsAndWhichIsTheCurrentOne() {
    var sessions = me.all("me/sessions", 1);
    assertThat(sessions)
        .extracting(session -> session.getString("id"))
        .containsExactlyInAnyOrder(id(browser), id(phone));
    assertThat(sessions)
        .filteredOn(session -> session.getBoolean("current"))
        .extracting(session -> session.getString("id"))
        .containsExactly(id(browser));
    assertThat(sessions).extracting(JsonObject::keySet).allMatch(keys -> !keys.contains("state"));
  }

  @Test
  void endsAnotherOfTheirSessions() {
    var end = "me/sessions/" + id(phone) + "/end";
    assertThat(hit(me.post(end, "{\"dryRun\":true}"))).isEqualTo(1);
    assertThat(phone.me().status()).isEqualTo(200);
    assertThat(hit(me.post(end, "{}"))).isEqualTo(1);
    phone.assertRevoked();
    assertThat(browser.me().status()).isEqualTo(200);
    assertThat(hit(me.post(end, "{}"))).as("again").isZero();
  }

  @Test
  void endsTheCurrentSession() {
    assertThat(hit(me.post("me/sessions/" + id(browser) + "/end", "{}"))).isEqualTo(1);
    browser.assertRevoked();
    assertThat(phone.me().status()).isEqualTo(200);
    RevocationsApi.assertProblem(me.get("me/sessions"), 401, "unauthenticated");
  }

  @Test
  void endsAllOtherSessions() {
    assertThat(hit(me.post("me/sessions/end-others", "{\"dryRun\":true}"))).isEqualTo(1);
    assertThat(hit(me.post("me/sessions/end-others", "{}"))).isEqualTo(1);
    phone.assertRevoked();
    assertThat(browser.me().status()).isEqualTo(200);
    assertThat(browser.refresh().me().status()).isEqualTo(200);
  }

  @Test
  void signsOutEverywhere() {
    assertThat(hit(me.post("me/sign-out", "{\"dryRun\":true}"))).isEqualTo(2);
    assertThat(browser.me().status()).isEqualTo(200);
    assertThat(hit(me.post("me/sign-out", "{}"))).isEqualTo(2);
    phone.assertRevoked();
    browser.assertRevoked();
  }

  @Test
  void neitherSeesNorEndsWhatIsSomebodyElses() {
    var bobs = sample.signIn("bob");
    for (var id : new String[] {id(bobs), "00000000-0000-4000-8000-000000000000", "x"}) {
      RevocationsApi.assertProblem(
          me.post("me/sessions/" + id + "/end", "{}"), 404, "unknown-session");
    }
    assertThat(bobs.me().status()).isEqualTo(200);
    assertThat(me.all("me/sessions", 200))
        .extracting(session -> session.getString("id"))
        .doesNotContain(id(bobs));
  }

  @Test
  void usesNoTokenOfAnotherList() {
    sample.signIn("bob");
    sample.signIn("bob");
    var bob = new SessionsApi(sample, sample.signIn("bob").accessToken());
    var next = Tokens.json(bob.get("me/sessions?limit=1").body()).getString("next");
    RevocationsApi.assertProblem(
        me.get("me/sessions?limit=1&after=" + next), 400, "invalid-parameter");
  }

  @Test
  void needsAnAccessToken() {
    RevocationsApi.assertProblem(sample.get("revocation/me/sessions"), 401, "unauthenticated");
    for (var token : new String[] {browser.tokens().idToken(), "x", browser.refreshToken()}) {
      var answer = new SessionsApi(sample, token).get("me/sessions");
      RevocationsApi.assertProblem(answer, 401, "unauthenticated");
    }
    var signed =
        SignedCall.toGet(sample, "revocation/me/sessions", TestAccessKey.SAMPLE).get(sample);
    RevocationsApi.assertProblem(signed, 401, "unauthenticated");
  }

  @Test
  void needsASessionThatIsLive() {
    browser.revoke();
    RevocationsApi.assertProblem(me.get("me/sessions"), 401, "unauthenticated");
    for (var act : new String[] {"sign-out", "sessions/end-others"}) {
      RevocationsApi.assertProblem(me.post("me/" + act, "{}"), 401, "unauthenticated");
    }
    assertThat(phone.me().status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"reason\":\"x\"}", "{\"dryRun\":0}", "{\"keep\":\"x\"}"})
  void isRefusedAMemberThatIsNone(String body) {
    for (var act : new String[] {"sign-out", "sessions/end-others"}) {
      RevocationsApi.assertProblem(me.post("me/" + act, body), 400, "invalid-member");
    }
  }

  @Test
  void isRefusedABodyThatIsTooLong() {
    var body = "{" + " ".repeat(2_000) + "}";
    RevocationsApi.assertProblem(me.post("me/sign-out", body), 400, "invalid-body");
  }
}
