package io.tokenrevocation.sample;

import static io.tokenrevocation.sample.WebXml.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.tokenrevocation.sample.secured.CallerServlet;
import io.tokenrevocation.sample.secured.MpJwtApplication;
import io.tokenrevocation.sample.secured.MpJwtResource;
import io.tokenrevocation.sample.secured.MpJwtShopApplication;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("In a WAR with a login configuration of its own")
class LoginConfigIT {

  private static final String ISSUER = "http://localhost:8080/cognito-idp/us-east-1_Sample001";
  private static final String BASIC =
      "<login-config><auth-method>BASIC</auth-method><realm-name>own</realm-name></login-config>";
  private static final String FORM =
      "<login-config><auth-method>FORM</auth-method><form-login-config>"
          + "<form-login-page>/index.html</form-login-page>"
          + "<form-error-page>/sample.css</form-error-page>"
          + "</form-login-config></login-config>";

  /** On WildFly; or else it judges whatever credentials it sees before anybody asks for some. */
  private static final Map<String, String> ONLY_WHEN_ASKED =
      Map.of(
          "WEB-INF/jboss-web.xml",
          """
          <jboss-web xmlns="http://www.jboss.com/xml/ns/javaee" version="15.1">
            <proactive-authentication>false</proactive-authentication>
          </jboss-web>
          """);

  private static ForeignIssuer issuer;
  private static ForeignIssuer others;
  private static VariantServer server;

  @BeforeAll
  static void deployAllVariants() throws IOException, InterruptedException {
    issuer = ForeignIssuer.started(ForeignIssuer.Kind.KEYCLOAK);
    others = ForeignIssuer.started(ForeignIssuer.Kind.KEYCLOAK);
    var constraint = WebXml.constraint("/constrained/*", "editors");
    server = VariantServer.in(Path.of(System.getProperty("it.data"), "login"));
    server
        .add("basic", with(constraint, BASIC), ONLY_WHEN_ASKED, CallerServlet.class)
        .add("form", with(constraint, FORM), ONLY_WHEN_ASKED, CallerServlet.class)
        .add(
            "mp-jwt",
            with(WebXml.constraint("/jwt/*", "**")),
            mpJwtWhenAsked(
                ISSUER,
                server
                    .sample("mp-jwt")
                    .at("cognito-idp/us-east-1_Sample001/.well-known/jwks.json")
                    .toString()),
            MpJwtApplication.class,
            MpJwtResource.class)
        .add(
            "mp-jwt-trusted",
            with(WebXml.parameters(trusting())),
            mpJwt(issuer.uri(), issuer.keys()),
            MpJwtShopApplication.class,
            MpJwtResource.class)
        .start();
  }

  /** The filter would find other keys than those of the issuer. */
  private static Map<String, String> trusting() {
    return Map.of(
        "revocation.issuers", "keycloak",
        "revocation.issuer.keycloak.uri", issuer.uri(),
        "revocation.issuer.keycloak.profile", "keycloak",
        "revocation.issuer.keycloak.jwks", others.keys(),
        "revocation.issuer.keycloak.audiences", "orders",
        "revocation.trust-microprofile-jwt", "true");
  }

  /** On WildFly it refuses, wherever it is sent, every token that is not of its own issuer. */
  private static Map<String, String> mpJwtWhenAsked(String uri, String keys) {
    var files = new HashMap<>(ONLY_WHEN_ASKED);
    files.putAll(mpJwt(uri, keys));
    return files;
  }

  private static Map<String, String> mpJwt(String uri, String keys) {
    return Map.of(
        "WEB-INF/classes/META-INF/microprofile-config.properties",
        "mp.jwt.verify.issuer=" + uri + "\nmp.jwt.verify.publickey.location=" + keys + "\n");
  }

  @AfterAll
  static void stop() {
    server.close();
    issuer.close();
    others.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"basic", "form", "mp-jwt"})
  void theAuthorityAndTheFilterWorkAsEver(String variant) {
    var sample = server.sample(variant);
    assertThat(sample.get("api/me").challenge()).isEqualTo("Bearer");
    Authority.answersItsCallers(sample);
  }

  @Test
  void basicGuardsWhatItGuarded() {
    var answer = server.sample("basic").get("constrained/");
    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.challenge()).isEqualToIgnoringCase("Basic realm=\"own\"");
  }

  @Test
  void theFormGuardsWhatItGuarded() {
    assertThat(server.sample("form").get("constrained/").body()).doesNotContain("nobody");
  }

  @Test
  @Tag("microprofile-jwt")
  void microProfileJwtGuardsWhatItGuarded() {
    assertThat(server.sample("mp-jwt").get("jwt/me").status()).isEqualTo(401);
  }

  @Test
  @Tag("microprofile-jwt")
  @Tag("microprofile-jwt-login")
  void takesTheSignatureFromMicroProfileJwtAndNothingElse() {
    var trusting = server.sample("mp-jwt-trusted");
    var token = issuer.token(Map.of("sid", "one"));
    assertThat(call(trusting, token).body()).isEqualTo("alice");
    assertThat(call(trusting, issuer.token(Map.of("sid", "two", "aud", "bills"))).challenge())
        .isEqualTo(Answer.invalidToken("The access token is for another audience"));
    assertThat(call(trusting, issuer.impostor().token()).status()).isGreaterThanOrEqualTo(400);

    assertThat(trusting.post("jwt/me", "", "Authorization", "Bearer " + token).status())
        .isEqualTo(204);

    assertThat(call(trusting, token).challenge()).isEqualTo(Answer.REVOKED);
    assertThat(call(trusting, issuer.token(Map.of("sid", "other"))).status()).isEqualTo(200);
  }

  private static Answer call(Sample sample, String token) {
    return sample.get("jwt/me", "Authorization", "Bearer " + token);
  }
}
