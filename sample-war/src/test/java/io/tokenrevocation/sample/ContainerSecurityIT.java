package io.tokenrevocation.sample;

import static io.tokenrevocation.sample.WebXml.filter;
import static io.tokenrevocation.sample.WebXml.mapping;
import static io.tokenrevocation.sample.WebXml.parameter;
import static io.tokenrevocation.sample.WebXml.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.tokenrevocation.sample.secured.CallerServlet;
import io.tokenrevocation.sample.secured.ReportApplication;
import io.tokenrevocation.sample.secured.ReportBean;
import io.tokenrevocation.sample.secured.ReportResource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("With revocation.authentication-mechanism, the container")
@Tag("microprofile-config")
class ContainerSecurityIT {

  private static final String KEY = "revocation.authentication-mechanism";
  private static final Map<String, String> ON =
      Map.of("WEB-INF/classes/META-INF/microprofile-config.properties", KEY + "=true\n");

  private static final String OPEN =
      "<security-constraint><web-resource-collection><web-resource-name>open</web-resource-name>"
          + "<url-pattern>/cognito-idp/*</url-pattern><url-pattern>/oauth2/revoke</url-pattern>"
          + "<url-pattern>/revocation/revocations</url-pattern>"
          + "</web-resource-collection></security-constraint>";

  private static VariantServer server;

  @BeforeAll
  static void deployAllVariants() throws IOException, InterruptedException {
    server =
        VariantServer.in(Path.of(System.getProperty("it.data"), "container"))
            .add(
                "reports",
                with(
                    WebXml.constraint("/constrained/*", "editors"),
                    parameter("resteasy.role.based.security", "true")),
                ON,
                CallerServlet.class,
                ReportApplication.class,
                ReportResource.class,
                ReportBean.class)
            .add(
                "narrow",
                with(
                    filter("api"),
                    mapping("api", "/api/*"),
                    WebXml.constraint("/constrained/*", "editors")),
                ON,
                CallerServlet.class)
            .add("everything", with(WebXml.constraint("/*", "**"), OPEN), ON)
            .add("late", with(parameter(KEY, "true")))
            .start();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static Answer get(Session session, String path) {
    return session.sample().get(path, "Authorization", "Bearer " + session.accessToken());
  }

  @Nested
  class LetsThrough {

    private final Sample sample = server.sample("reports");

    @Test
    void whoeverIsInTheRoleOfAConstraint() {
      assertThat(get(sample.signIn("bob"), "constrained/").body())
          .isEqualTo("TokenPrincipal bob true");
    }

    @Test
    void whoeverIsInTheRoleOfAnEjb() {
      assertThat(get(sample.signIn("bob"), "reports/bean").body()).isEqualTo("bob true");
    }

    @Test
    void whatNeedsNoToken() {
      assertThat(sample.get("open/").body()).isEqualTo("nobody");
      assertThat(sample.get("index.html").status()).isEqualTo(200);
    }

    @Test
    void theUserOfATokenToTheFilterAndBehindIt() {
      var session = sample.signIn("alice");
      assertThat(session.me().body())
          .contains("\"principal\":\"alice\"")
          .contains("\"editors\":false");
      assertThat(get(session, "open/").body()).isEqualTo("TokenPrincipal alice false");
      session.revoke();
      assertThat(session.me().challenge()).isEqualTo(Answer.REVOKED);
    }

    @Test
    void theAuthoritysCallers() {
      Authority.answersItsCallers(sample);
    }
  }

  @Nested
  @DisplayName("by @RolesAllowed of a resource")
  @Tag("roles-of-resources")
  class ByTheRolesOfAResource {

    private static final String PATH = "reports/editors";

    private final Sample sample = server.sample("reports");

    @Test
    void letsThroughWhoeverHasOne() {
      assertThat(get(sample.signIn("bob"), PATH).body()).isEqualTo("bob");
    }

    @Test
    void refusesWhoeverHasNone() {
      var answer = get(sample.signIn("alice"), PATH);
      assertThat(answer.status()).isEqualTo(403);
      assertThat(answer.challenge()).isEmpty();
    }

    @Test
    void refusesARevokedToken() {
      var session = sample.signIn("bob");
      session.revoke();
      assertThat(get(session, PATH).challenge()).isEqualTo(Answer.REVOKED);
    }

    /** Each server in its own way. */
    @Test
    void refusesWhoeverHasNoToken() {
      assertThat(sample.get(PATH).status()).isIn(401, 403);
    }
  }

  @Nested
  class Refuses {

    private final Sample sample = server.sample("reports");

    @ParameterizedTest
    @ValueSource(strings = {"constrained/", "reports/bean"})
    void whoeverIsNotInTheRole(String path) {
      var answer = get(sample.signIn("alice"), path);
      assertThat(answer.status()).isEqualTo(403);
      assertThat(answer.challenge()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"constrained/", "api/me"})
    void whoeverHasNoToken(String path) {
      var answer = sample.get(path);
      assertThat(answer.status()).isEqualTo(401);
      assertThat(answer.challenge()).isEqualTo("Bearer");
    }

    @Test
    void otherCredentialsThanATokenAsNone() {
      var answer =
          sample.get(
              "constrained/", "Authorization", new TestClient("bob", Sample.PASSWORD).basic());
      assertThat(answer.challenge()).isEqualTo("Bearer");
    }

    @ParameterizedTest
    @ValueSource(strings = {"constrained/", "reports/bean", "open/", "api/me"})
    void aRevokedToken(String path) {
      var session = sample.signIn("bob");
      assertThat(get(session, path).status()).isEqualTo(200);
      session.revoke();
      var answer = get(session, path);
      assertThat(answer.status()).isEqualTo(401);
      assertThat(answer.challenge()).isEqualTo(Answer.REVOKED);
      assertThat(answer.body()).isEmpty();
    }

    @Test
    void garbage() {
      var answer = sample.get("constrained/", "Authorization", "Bearer garbage");
      assertThat(answer.challenge())
          .isEqualTo(Answer.invalidToken("The access token is malformed"));
    }

    @Test
    void twoSetsOfCredentials() {
      var token = "Bearer " + sample.signIn("bob").accessToken();
      assertThat(
              sample.get("constrained/", "Authorization", token, "Authorization", token).status())
          .isEqualTo(400);
    }
  }

  @Nested
  class Forgets {

    private final Sample sample = server.sample("reports");

    @Test
    void theCallerOfARequestWithASession() {
      var session = sample.signIn("bob");
      var first = get(session, "constrained/?session");
      assertThat(first.status()).isEqualTo(200);
      var cookie = first.header("Set-Cookie").replaceAll(";.*", "");
      assertThat(cookie).isNotEmpty();

      assertThat(sample.get("constrained/", "Cookie", cookie).challenge()).isEqualTo("Bearer");
      assertThat(sample.get("open/", "Cookie", cookie).body()).isEqualTo("nobody");
      session.revoke();
      var revoked =
          sample.get(
              "constrained/", "Cookie", cookie, "Authorization", "Bearer " + session.accessToken());
      assertThat(revoked.challenge()).isEqualTo(Answer.REVOKED);
    }

    @Test
    void everyCallerByItself() {
      assertThat(get(sample.signIn("bob"), "constrained/").header("Set-Cookie")).isEmpty();
    }
  }

  @Nested
  @DisplayName("which constrains everything")
  class WhichConstrainsEverything {

    private final Sample sample = server.sample("everything");

    @Test
    void asksForATokenAndNotForALogin() {
      assertThat(sample.get("index.html").challenge()).isEqualTo("Bearer");
      assertThat(get(sample.signIn("alice"), "index.html").status()).isEqualTo(200);
    }

    @Test
    void letsTheAuthoritysCallersThrough() {
      Authority.answersItsCallers(sample);
    }
  }

  @Nested
  @DisplayName("where the filter is not")
  class WhereTheFilterIsNot {

    private final Sample sample = server.sample("narrow");

    @Test
    void knowsTheUserOfAToken() {
      var session = sample.signIn("bob");
      assertThat(get(session, "open/").body()).isEqualTo("TokenPrincipal bob true");
      assertThat(get(session, "constrained/").body()).isEqualTo("TokenPrincipal bob true");
    }

    @Test
    void knowsNobodyByARevokedToken() {
      var session = sample.signIn("bob");
      session.revoke();
      assertThat(get(session, "open/").body()).isEqualTo("nobody");
      assertThat(get(session, "constrained/").challenge()).isEqualTo(Answer.REVOKED);
    }
  }

  @Test
  void isNotAskedWhenTheSettingIsInWebXml() throws IOException {
    assertThat(server.sample("late").get("").status()).isEqualTo(server.statusOfRefused());
    assertThat(server.log()).contains(KEY + " in web.xml is read too late");
  }
}
