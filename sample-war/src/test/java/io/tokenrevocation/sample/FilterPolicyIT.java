package io.tokenrevocation.sample;

import static io.tokenrevocation.sample.WebXml.filter;
import static io.tokenrevocation.sample.WebXml.mapping;
import static io.tokenrevocation.sample.WebXml.parameter;
import static io.tokenrevocation.sample.WebXml.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.tokenrevocation.sample.consumer.DispatchServlet;
import io.tokenrevocation.sample.consumer.StampFilter;
import io.tokenrevocation.sample.consumer.WhoServlet;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The filter declared in web.xml")
class FilterPolicyIT {

  private static final String STAMP =
      "<filter><filter-name>stamp</filter-name>"
          + "<filter-class>io.tokenrevocation.sample.consumer.StampFilter</filter-class>"
          + "<async-supported>true</async-supported></filter>";

  private static VariantServer server;

  @BeforeAll
  static void deployAllVariants() throws IOException, InterruptedException {
    var servlets = new Class<?>[] {WhoServlet.class, DispatchServlet.class, StampFilter.class};
    server =
        VariantServer.in(Path.of(System.getProperty("it.data"), "filters"))
            .add(
                "policies",
                with(
                    parameter("revocation.accept-id-tokens", "true"),
                    filter(
                        "api",
                        "revocation.accept-id-tokens",
                        "false",
                        "revocation.required-scopes",
                        "aws.cognito.signin.user.admin"),
                    mapping("api", "/api/*"),
                    filter("who"),
                    mapping("who", "/who/*"),
                    filter("scope", "revocation.required-scopes", "orders/read, orders/write"),
                    mapping("scope", "/who/orders"),
                    filter("admin", "revocation.required-groups", "editors, revocation-admin"),
                    mapping("admin", "/admin/*"),
                    mapping("admin", "/cognito-idp/*")),
                servlets)
            .add(
                "dispatches",
                with(
                    filter("all", "revocation.require-token", "/who/*"),
                    mapping("all", "/*", "REQUEST", "FORWARD", "INCLUDE", "ERROR", "ASYNC"),
                    "<error-page><error-code>409</error-code>"
                        + "<location>/who/failed</location></error-page>"),
                servlets)
            .add(
                "forwards",
                with(
                    filter("own", "revocation.require-token", "/*"),
                    mapping("own", "/api/*", "FORWARD"),
                    mapping("own", "/who/*")),
                servlets)
            .add("unmapped", with(STAMP, mapping("stamp", "/*"), filter("own")), servlets)
            .add(
                "ordered",
                with(STAMP, filter("own"), mapping("stamp", "/*"), mapping("own", "/*")),
                servlets)
            .start();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static Answer get(Sample sample, String path, String token) {
    return sample.get(path, "Authorization", "Bearer " + token);
  }

  @Nested
  class WithAPolicyForEachMapping {

    private final Sample sample = server.sample("policies");

    @Test
    void acceptsAnIdTokenOnlyWhereThatIsSet() {
      var idToken = sample.signIn("alice").tokens().idToken();
      assertThat(get(sample, "who/x", idToken).status()).isEqualTo(200);
      assertThat(get(sample, "api/me", idToken).challenge())
          .isEqualTo(Answer.invalidToken("The token is not an access token"));
    }

    @Test
    void refusesAnIdTokenOnceItIsRevoked() {
      var session = sample.signIn("alice");
      session.revoke();
      assertThat(get(sample, "who/x", session.tokens().idToken()).challenge())
          .isEqualTo(Answer.REVOKED);
    }

    @Test
    void refusesATokenWithoutARequiredScope() {
      var session = sample.signIn("alice");
      assertThat(session.me().status()).isEqualTo(200);
      var answer = get(sample, "who/orders", session.accessToken());
      assertThat(answer.status()).isEqualTo(403);
      assertThat(answer.challenge())
          .isEqualTo(
              "Bearer error=\"insufficient_scope\", error_description=\"The access token does not"
                  + " have the required scope\", scope=\"orders/read orders/write\"");
    }

    @Test
    void refusesAUserInNoneOfTheRequiredGroups() {
      var answer = get(sample, "admin/x", sample.signIn("alice").accessToken());
      assertThat(answer.status()).isEqualTo(403);
      assertThat(answer.challenge())
          .isEqualTo(
              "Bearer error=\"insufficient_scope\", error_description=\"The user of the access"
                  + " token is not in a required group\"");
      assertThat(get(sample, "admin/x", sample.signIn("bob").accessToken()).body())
          .isEqualTo("REQUEST by bob");
    }

    @ParameterizedTest
    @ValueSource(strings = {"admin", "admin/x", "admin;a=b/x", "admin//x"})
    void challengesAnAnonymousRequestWhereAGroupIsRequired(String path) {
      var answer = sample.get(path);
      assertThat(answer.status()).isEqualTo(401);
      assertThat(answer.challenge()).isEqualTo("Bearer");
    }

    @Test
    void leavesTheAuthoritysPathsAloneWhateverIsRequiredThere() {
      assertThat(sample.signIn("alice").getUser()).isEqualTo("alice");
    }

    @Test
    void leavesTheRestAlone() {
      assertThat(get(sample, "index.html", "garbage").status()).isEqualTo(200);
    }
  }

  @Nested
  class MappedForEveryDispatch {

    private final Sample sample = server.sample("dispatches");

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
      "forward, FORWARD by alice",
      "async, ASYNC by alice",
      "include, 'before, INCLUDE by alice, after'"
    })
    void letsAnAuthenticatedRequestGoOnAsItsUser(String dispatch, String expected) {
      var answer = get(sample, "go/" + dispatch + "?to=/who/x", token());
      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.body()).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"forward", "async"})
    void challengesAnAnonymousRequestThatGoesOnToWhereATokenIsRequired(String dispatch) {
      var answer = sample.get("go/" + dispatch + "?to=/who/x");
      assertThat(answer.status()).isEqualTo(401);
      assertThat(answer.challenge()).isEqualTo("Bearer");
      assertThat(answer.body()).isEmpty();
    }

    @Test
    void includesNothingThatRequiresATokenInAnAnonymousPage() {
      var answer = sample.get("go/include?to=/who/x");
      assertThat(answer.body()).isEqualTo("before, , after");
    }

    @ParameterizedTest
    @ValueSource(strings = {"forward", "async"})
    void letsAnAnonymousRequestGoOnElsewhere(String dispatch) {
      assertThat(sample.get("go/" + dispatch + "?to=/admin/x").body()).endsWith(" by null");
    }

    @Test
    void showsAnErrorPageOnlyToThoseWhoMaySeeIt() {
      var answer = get(sample, "go/error", token());
      assertThat(answer.status()).isEqualTo(409);
      assertThat(answer.body()).startsWith("ERROR by ");
      assertThat(sample.get("go/error").body()).isEmpty();
    }

    @Test
    @Tag("error-page-user")
    void tellsAnErrorPageItsUser() {
      assertThat(get(sample, "go/error", token()).body()).isEqualTo("ERROR by alice");
    }

    private String token() {
      return sample.signIn("alice").accessToken();
    }
  }

  @Nested
  class MappedForForwardsOnly {

    private final Sample sample = server.sample("forwards");

    @Test
    void isInFrontOfRequestsAllTheSame() {
      assertThat(sample.get("api/me").status()).isEqualTo(401);
      assertThat(sample.signIn("alice").me().status()).isEqualTo(200);
    }

    @Test
    void decidesAboutForwardsFromWhereItIsNotMapped() {
      assertThat(sample.get("go/forward?to=/api/me").status()).isEqualTo(401);
      var token = sample.signIn("alice").accessToken();
      assertThat(get(sample, "go/forward?to=/api/me", token).status()).isEqualTo(200);
    }

    @Test
    void doesNotSeeForwardsWhereItIsMappedForRequests() {
      assertThat(sample.get("go/forward?to=/who/x").body()).isEqualTo("FORWARD by null");
    }

    @Test
    void seesAsynchronousDispatchesInAnyCase() {
      assertThat(sample.get("go/async?to=/who/x").status()).isEqualTo(401);
    }
  }

  @Nested
  class InOrder {

    @Test
    void comesFirstWhereItIsNotMapped() {
      var sample = server.sample("unmapped");
      var refused = sample.get("api/me");
      assertThat(refused.status()).isEqualTo(401);
      assertThat(refused.header("Stamp")).isEmpty();
      assertThat(get(sample, "who/x", sample.signIn("alice").accessToken()).header("Stamp"))
          .isEqualTo("alice");
    }

    @Test
    void comesWhereWebXmlPutsItsMapping() {
      var refused = server.sample("ordered").get("api/me");
      assertThat(refused.status()).isEqualTo(401);
      assertThat(refused.response().headers().allValues("Stamp")).containsExactly("null");
    }
  }
}
