package io.tokenrevocation.sample;

import static io.tokenrevocation.sample.WebXml.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.tokenrevocation.sample.secured.CallerServlet;
import io.tokenrevocation.sample.secured.MpJwtApplication;
import io.tokenrevocation.sample.secured.MpJwtResource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("In a WAR with a login configuration of its own")
class LoginConfigIT {

  private static final String BASIC =
      "<login-config><auth-method>BASIC</auth-method><realm-name>own</realm-name></login-config>";
  private static final String FORM =
      "<login-config><auth-method>FORM</auth-method><form-login-config>"
          + "<form-login-page>/index.html</form-login-page>"
          + "<form-error-page>/sample.css</form-error-page>"
          + "</form-login-config></login-config>";

  private static VariantServer server;

  @BeforeAll
  static void deployAllVariants() throws IOException, InterruptedException {
    var constraint = WebXml.constraint("/constrained/*", "editors");
    server = VariantServer.in(Path.of(System.getProperty("it.data"), "login"));
    server
        .add("basic", with(constraint, BASIC), CallerServlet.class)
        .add("form", with(constraint, FORM), CallerServlet.class)
        .add(
            "mp-jwt",
            with(WebXml.constraint("/jwt/*", "**")),
            mpJwt(server.sample("mp-jwt")),
            MpJwtApplication.class,
            MpJwtResource.class)
        .start();
  }

  /**
   * Trusts the sample's pool, as an application would that verified its tokens before. Like
   * Cognito's, they have no typ.
   */
  private static Map<String, String> mpJwt(Sample sample) {
    var keys = sample.at("cognito-idp/us-east-1_Sample001/.well-known/jwks.json");
    return Map.of(
        "WEB-INF/classes/META-INF/microprofile-config.properties",
        "mp.jwt.verify.issuer=http://localhost:8080/cognito-idp/us-east-1_Sample001\n"
            + "mp.jwt.verify.publickey.location="
            + keys
            + "\n",
        "WEB-INF/classes/payara-mp-jwt.properties",
        "disable.type.verification=true\n");
  }

  @AfterAll
  static void stop() {
    server.close();
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
  void microProfileJwtGuardsWhatItGuardedAndTheFilterRefusesWhatIsRevoked() {
    var sample = server.sample("mp-jwt");
    assertThat(sample.get("jwt/me").status()).isEqualTo(401);
    var session = sample.signIn("alice");
    assertThat(me(session).body()).isEqualTo("alice");

    session.revoke();

    assertThat(me(session).challenge()).isEqualTo(Answer.REVOKED);
  }

  private static Answer me(Session session) {
    return session.sample().get("jwt/me", "Authorization", "Bearer " + session.accessToken());
  }
}
