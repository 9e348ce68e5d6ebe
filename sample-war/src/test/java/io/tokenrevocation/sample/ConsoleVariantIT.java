package io.tokenrevocation.sample;

import static io.tokenrevocation.sample.TestClient.CONFIDENTIAL;
import static io.tokenrevocation.sample.WebXml.parameter;
import static io.tokenrevocation.sample.WebXml.with;
import static io.tokenrevocation.sample.WebXml.without;
import static org.assertj.core.api.Assertions.assertThat;

import io.tokenrevocation.sample.secured.BasicSecurity;
import io.tokenrevocation.sample.secured.TwoHandlers;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("In another WAR, the console")
class ConsoleVariantIT {

  private static final String PAGE = "revocation/console/";

  private static VariantServer server;

  @BeforeAll
  static void deployAllVariants() throws IOException, InterruptedException {
    server =
        VariantServer.in(Path.of(System.getProperty("it.data"), "console"))
            .add(
                "without",
                xml ->
                    with(parameter("revocation.administrator-clients", CONFIDENTIAL.id()))
                        .apply(without("revocation.console").apply(xml)))
            .add(
                "closed",
                xml ->
                    with(parameter("revocation.require-token", "/*"))
                        .apply(
                            without("revocation.require-token", "revocation.endpoint")
                                .andThen(
                                    with(
                                        parameter(
                                            "revocation.endpoint",
                                            "https://auth.example.com/cognito-idp")))
                                .apply(xml)))
            .add("basic", with("<!-- Basic -->"), BasicSecurity.class)
            .add("handlers", with("<!-- two -->"), TwoHandlers.class)
            .start();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void isNotThereUnlessItIsWanted() {
    var sample = server.sample("without");
    assertThat(sample.get(PAGE).status()).isEqualTo(404);
    assertThat(ConsoleApi.of(sample).signIn("carol", Sample.PASSWORD).status()).isEqualTo(404);
  }

  @Test
  void isNotNeededByTokensOfTheClientsThatMayAdminister() {
    var sample = server.sample("without");
    var named = new ActivityApi(sample.signIn("carol", CONFIDENTIAL));
    assertThat(named.get("revocation/activity").status()).isEqualTo(200);
    var answer = new ActivityApi(sample.signIn("carol")).get("revocation/activity");
    RevocationsApi.assertProblem(answer, 403, "forbidden");
    assertThat(answer.body()).contains("revocation.administrator-clients");
  }

  @Test
  void letsNobodyInByACookieWhereItIsNot() {
    var cookie = ConsoleApi.signedIn(server.sample("closed"));
    var elsewhere = new ConsoleApi(server.sample("without"), cookie.cookie(), cookie.csrfToken());
    var answer = elsewhere.send("POST", RevocationsApi.PATH, "{}");
    RevocationsApi.assertProblem(answer, 401, "unauthenticated");
  }

  @Test
  void needsNoTokenWhereEverythingElseDoes() {
    var sample = server.sample("closed");
    assertThat(sample.get("index.html").status()).isEqualTo(401);
    assertThat(sample.get(PAGE).status()).isEqualTo(200);
    assertThat(ConsoleApi.signedIn(sample).session().status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"activity", "activity/counts", "activity/export", "nodes", "user-pools"})
  void asksForNoTokenBesideItsCookie(String what) {
    var console = ConsoleApi.signedIn(server.sample("closed"));
    assertThat(console.send("GET", "revocation/" + what, "").status()).isEqualTo(200);
  }

  @Test
  void keepsItsCookieForHttpsWhereTheAuthorityIsThere() {
    var console = ConsoleApi.of(server.sample("closed"));
    var answer = console.signIn("carol", Sample.PASSWORD, "Origin", "https://auth.example.com");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Set-Cookie")).endsWith("; HttpOnly; SameSite=Strict; Secure");
  }

  @Test
  void letsInWhomTheDirectoryKnowsWhereItCannotTellWhichIdentityStoresAreMeant() {
    var sample = server.sample("handlers");
    assertThat(ConsoleApi.signedIn(sample).session().status()).isEqualTo(200);
    assertThat(ConsoleApi.of(sample).signIn("mallory", Sample.PASSWORD).status()).isEqualTo(401);
    assertThat(sample.signIn("alice").refresh().getUser()).isEqualTo("alice");
  }

  @Test
  @Tag("jakarta-security")
  void saysThatItCannotTellWhichIdentityStoresAreMeant() {
    ConsoleApi.of(server.sample("handlers")).signIn("mallory", Sample.PASSWORD);
    assertThat(server.log()).contains("REV0294");
  }

  @Nested
  @Tag("jakarta-security")
  class LetsInTheContainersCaller {

    private final Sample sample = server.sample("basic");

    @Test
    void whoIsInTheRole() {
      var session = ConsoleApi.of(sample).session("Authorization", basic("carol"));
      assertThat(session.status()).as(session.toString()).isEqualTo(200);
      assertThat(session.body()).contains("\"canSignOut\":false");
      assertThat(session.header("Set-Cookie")).isEmpty();
      var token = Tokens.json(session.body()).getString("csrfToken");
      assertThat(revoke("carol", token).body()).contains("unknown-issuer");
    }

    @Test
    void onlyWithTheirOwnCsrfToken() {
      RevocationsApi.assertProblem(revoke("carol", ""), 403, "csrf-token");
      RevocationsApi.assertProblem(revoke("carol", "x"), 403, "csrf-token");
    }

    @Test
    void nobodyElse() {
      var bob = ConsoleApi.of(sample).session("Authorization", basic("bob"));
      assertThat(bob.status()).isEqualTo(401);
      assertThat(revoke("bob", "x").status()).isEqualTo(401);
    }

    private Answer revoke(String username, String csrfToken) {
      return ConsoleApi.of(sample)
          .withCsrfToken(csrfToken)
          .send(
              "POST",
              RevocationsApi.PATH,
              "{\"scope\":\"issuer\",\"issuer\":\"https://nobody.example\"}",
              "Authorization",
              basic(username));
    }

    private static String basic(String username) {
      var credentials = username + ":" + Sample.PASSWORD;
      return "Basic "
          + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
    }
  }
}
