package io.tokenrevocation.sample;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The console")
class ConsoleIT extends SampleTest {

  private static final String PAGE = "revocation/console/";
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self';"
          + " img-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";
  private static final String REVOCATION =
      "{\"scope\":\"token\",\"issuer\":\"%s\",\"value\":\"%s\"}";

  @Test
  void isAPageWhichMayLoadNothingOfOthers() {
    var page = sample.get(PAGE);
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.header("Content-Type")).startsWith("text/html");
    assertThat(page.header("Content-Security-Policy")).isEqualTo(POLICY);
    assertThat(page.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(page.header("Referrer-Policy")).isEqualTo("no-referrer");
    assertThat(page.header("Cache-Control")).isEqualTo("no-cache");
    assertThat(page.body()).doesNotContain("http://", "https://", "style=", " on");
  }

  @Test
  void isAPageWhichABrowserKeepsAsLongAsItIsTheSame() {
    var tag = sample.get(PAGE).header("ETag");
    assertThat(tag).matches("\"[\\w-]+\"");
    var again = sample.get(PAGE, "If-None-Match", tag);
    assertThat(again.status()).isEqualTo(304);
    assertThat(again.body()).isEmpty();
    assertThat(sample.get(PAGE, "If-None-Match", "\"other\"").status()).isEqualTo(200);
  }

  @Test
  void isAPageBelowItsOwnPath() {
    var answer = sample.get("revocation/console");
    assertThat(answer.status()).isEqualTo(308);
    assertThat(answer.header("Location")).endsWith("console/");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "none.js",
        "ConsoleServlet.class",
        "..%2f..%2fjpa%2fpackage-info.class",
        "x/index.html",
        "index.html/"
      })
  void isAPageWithNothingElseBesideIt(String path) {
    var answer = sample.get(PAGE + path);
    assertThat(answer.status()).isIn(400, 404);
    assertThat(answer.body()).doesNotContain("<main");
  }

  @Test
  void isAPageThatIsOnlyRead() {
    assertThat(sample.post(PAGE, "").status()).isEqualTo(405);
  }

  @Test
  void signsInAnAdministrator() {
    var answer = ConsoleApi.of(sample).signIn("carol", Sample.PASSWORD);
    assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    assertThat(answer.header("Cache-Control")).startsWith("no-store"); // servers add to it
    assertThat(answer.header("Set-Cookie"))
        .startsWith("revocation-console=")
        .endsWith("; Path=" + sample.at("").getPath() + "; HttpOnly; SameSite=Strict");
    assertThat(Tokens.json(answer.body()).getString("name")).isEqualTo("carol");
    assertThat(ConsoleApi.signedIn(sample).session().body()).contains("\"carol\"");
  }

  @Test
  void signsInWithAnotherCookieEachTime() {
    var once = ConsoleApi.signedIn(sample);
    var again = ConsoleApi.signedIn(sample);
    assertThat(again.cookie()).isNotEqualTo(once.cookie());
    assertThat(again.csrfToken()).isNotEqualTo(once.csrfToken());
  }

  @ParameterizedTest
  @CsvSource({"carol, wrong, 401", "nobody, Sample-Passw0rd!, 401", "bob, Sample-Passw0rd!, 403"})
  void signsInNobodyElse(String username, String password, int status) {
    var answer = ConsoleApi.of(sample).signIn(username, password);
    RevocationsApi.assertProblem(answer, status, status == 401 ? "unauthenticated" : "forbidden");
    assertThat(answer.header("Set-Cookie")).isEmpty();
  }

  @Test
  void signsInNobodyWhoTriesTooOften() {
    for (var attempt = 0; attempt < 5; attempt++) {
      assertThat(ConsoleApi.of(sample).signIn("dave", "guess " + attempt).status()).isEqualTo(401);
    }
    var refused = ConsoleApi.of(sample).signIn("Dave", Sample.PASSWORD);
    RevocationsApi.assertProblem(refused, 429, "too-many-attempts");
    assertThat(refused.header("Retry-After")).isNotEmpty();
    assertThat(ConsoleApi.of(sample).signIn("carol", Sample.PASSWORD).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "{}",
        "{\"username\":\"carol\"}",
        "{\"username\":\"carol\",\"password\":1}",
        "{\"username\":\"carol\",\"password\":\"x\",\"role\":\"y\"}"
      })
  void signsInNobodyWithoutNameAndPassword(String body) {
    var answer = sample.post(ConsoleApi.SESSION, body, "Content-Type", "application/json");
    assertThat(answer.status()).isEqualTo(400);
  }

  @Test
  void signsInNobodyByTheFormOfAnotherSite() {
    var body = "{\"username\":\"carol\",\"password\":\"" + Sample.PASSWORD + "\"}";
    var asText = sample.post(ConsoleApi.SESSION, body, "Content-Type", "text/plain");
    assertThat(asText.status()).isEqualTo(415);
    var console = ConsoleApi.of(sample);
    for (var header : new String[] {"https://evil.example", "null", "http://localhost:1"}) {
      var answer = console.signIn("carol", Sample.PASSWORD, "Origin", header);
      assertThat(answer.status()).as(header).isEqualTo(403);
    }
    var crossSite = console.signIn("carol", Sample.PASSWORD, "Sec-Fetch-Site", "cross-site");
    assertThat(crossSite.status()).isEqualTo(403);
  }

  @Test
  void letsInWhoeverHasTheCookieAndTheCsrfToken() {
    var alice = sample.signIn("alice");
    var answer = revoke(ConsoleApi.signedIn(sample), alice.claim("jti"));
    assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    assertThat(answer.body()).contains("\"revokedBy\":\"caller carol\"");
    assertThat(alice.me().challenge()).isEqualTo(Answer.REVOKED);
  }

  @Test
  void letsInNobodyWithoutTheCsrfToken() {
    var console = ConsoleApi.signedIn(sample);
    var another = ConsoleApi.signedIn(sample).csrfToken();
    for (var token : new String[] {"", "x", another}) {
      var alice = sample.signIn("alice");
      var answer = revoke(console.withCsrfToken(token), alice.claim("jti"));
      RevocationsApi.assertProblem(answer, 403, "csrf-token");
      assertThat(alice.me().status()).isEqualTo(200);
    }
  }

  @Test
  void letsInNoOtherSite() {
    var console = ConsoleApi.signedIn(sample);
    var own = sample.at("/").toString().replaceAll("/$", "");
    assertThat(console.session("Origin", own, "Sec-Fetch-Site", "same-origin").status())
        .isEqualTo(200);
    for (var site : new String[] {"cross-site", "same-site"}) {
      RevocationsApi.assertProblem(console.session("Sec-Fetch-Site", site), 403, "forbidden");
      var answer =
          console.send(
              "POST",
              RevocationsApi.PATH,
              REVOCATION.formatted(issuer(), "x"),
              "Sec-Fetch-Site",
              site);
      RevocationsApi.assertProblem(answer, 403, "forbidden");
    }
    RevocationsApi.assertProblem(
        console.session("Origin", "https://evil.example"), 403, "forbidden");
  }

  @Test
  void letsInNobodyWithoutTheCookie() {
    RevocationsApi.assertProblem(ConsoleApi.of(sample).session(), 401, "unauthenticated");
    var token = ConsoleApi.signedIn(sample).csrfToken();
    var answer = revoke(ConsoleApi.of(sample).withCsrfToken(token), "x");
    RevocationsApi.assertProblem(answer, 401, "unauthenticated");
  }

  @Test
  void letsInNobodyWithACookieThatWasChanged() {
    var console = ConsoleApi.signedIn(sample);
    var cookie = console.cookie();
    var at = cookie.lastIndexOf('.') - 5;
    var other = cookie.charAt(at) == 'A' ? 'B' : 'A';
    var changed = cookie.substring(0, at) + other + cookie.substring(at + 1);
    assertThat(new ConsoleApi(sample, changed, "x").session().status()).isEqualTo(401);
    assertThat(new ConsoleApi(sample, "revocation-console=x", "x").session().status())
        .isEqualTo(401);
  }

  @Test
  void letsInNobodyWhoHasSignedOut() {
    var console = ConsoleApi.signedIn(sample);
    var answer = console.signOut();
    assertThat(answer.status()).isEqualTo(204);
    assertThat(answer.header("Set-Cookie")).contains("revocation-console=;", "Max-Age=0");
    RevocationsApi.assertProblem(console.session(), 401, "unauthenticated");
    RevocationsApi.assertProblem(revoke(console, "x"), 401, "unauthenticated");
  }

  @Test
  void letsInNobodyWhoseSignInAnotherAdministratorHasRevoked() {
    var stolen = ConsoleApi.signedIn(sample);
    var entry =
        new ActivityApi(sample.signIn("carol"))
            .entries("action", "console-sign-in", "outcome", "done", "limit", "1")
            .get(0);
    assertThat(entry.getString("by")).isEqualTo("caller carol");
    var another = ConsoleApi.signedIn(sample);
    var body =
        Json.createObjectBuilder()
            .add("scope", entry.getString("scope"))
            .add("issuer", entry.getString("issuer"))
            .add("value", entry.getString("value"));
    var answer = another.send("POST", RevocationsApi.PATH, body.build().toString());
    assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    RevocationsApi.assertProblem(stolen.session(), 401, "unauthenticated");
    RevocationsApi.assertProblem(revoke(stolen, "x"), 401, "unauthenticated");
    assertThat(another.session().status()).isEqualTo(200);
  }

  @Test
  void letsInNobodyWhoWasSignedOutEverywhere() {
    var console = ConsoleApi.signedIn(sample);
    sample.signIn("carol").signOutEverywhere();
    RevocationsApi.assertProblem(console.session(), 401, "unauthenticated");
    assertThat(ConsoleApi.signedIn(sample).session().status()).isEqualTo(200);
  }

  @Test
  void letsInWhoeverHasTheCookieWhateverComesBeforeIt() {
    var signedOut = ConsoleApi.signedIn(sample);
    signedOut.signOut();
    var console = ConsoleApi.signedIn(sample);
    var cookies = "revocation-console=junk; " + signedOut.cookie() + "; " + console.cookie();
    var browser = new ConsoleApi(sample, cookies, console.csrfToken());
    assertThat(browser.session().body()).contains(console.csrfToken());
  }

  @Test
  void letsInWhoeverSignsOutOnlyWithTheCsrfToken() {
    var console = ConsoleApi.signedIn(sample);
    assertThat(console.withCsrfToken("").signOut().status()).isEqualTo(403);
    assertThat(console.session().status()).isEqualTo(200);
  }

  private String issuer() {
    var known = "cognito-idp/us-east-1_Sample001/.well-known/openid-configuration";
    return Tokens.json(sample.get(known).body()).getString("issuer");
  }

  private Answer revoke(ConsoleApi console, String tokenId) {
    return console.send("POST", RevocationsApi.PATH, REVOCATION.formatted(issuer(), tokenId));
  }
}
