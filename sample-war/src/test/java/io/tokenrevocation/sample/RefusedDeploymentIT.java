package io.tokenrevocation.sample;

import static io.tokenrevocation.sample.WebXml.filter;
import static io.tokenrevocation.sample.WebXml.mapping;
import static io.tokenrevocation.sample.WebXml.parameter;
import static io.tokenrevocation.sample.WebXml.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.tokenrevocation.sample.consumer.RivalApplication;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The sample with another web.xml")
class RefusedDeploymentIT {

  private static final String DROP = "<absolute-ordering/>";
  private static final String AUDIENCES =
      "<param-name>revocation.audiences</param-name>\n    <param-value>";

  private static VariantServer server;

  @BeforeAll
  static void deployAllVariants() throws IOException, InterruptedException {
    server =
        VariantServer.in(Path.of(System.getProperty("it.data"), "variants"))
            .add("unknown-key", with(parameter("revocation.leway", "PT1S")))
            .add("wrong-value", with(parameter("revocation.leeway", "soon")))
            .add("no-key", xml -> xml.replace("revocation.encryption-key", "sample.unused"))
            .add("short-key", xml -> xml.replaceAll("c2FtcGxl[^<]*", "c2hvcnQ="))
            .add("delayed-writes", xml -> xml.replace("WRITE_DELAY=0", "WRITE_DELAY=500"))
            .add("dropped", with(DROP))
            .add("redeclared", with(DROP, filter("own"), mapping("own", "/*")))
            .add(
                "closed",
                with(
                    DROP,
                    filter("own"),
                    mapping("own", "/*"),
                    parameter("revocation.leeway", "late")))
            .add("complete", xml -> xml.replace("6.0\"", "6.0\" metadata-complete=\"true\""))
            .add("rival", xml -> xml + "\n", RivalApplication.class)
            .add("no-audience", xml -> xml.replace(AUDIENCES + "any", AUDIENCES + "samplebackend"))
            .start();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"unknown-key", "wrong-value", "no-key", "short-key"})
  void isNotDeployedWhenASettingIsWrong(String variant) {
    for (var path : new String[] {"", "api/me", "cognito-idp"}) {
      assertThat(server.sample(variant).get(path).status())
          .as(path)
          .isEqualTo(server.statusOfRefused());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "index.html", "cognito-idp", "oauth2/revoke"})
  void isNotDeployedWhenSomethingElseIsWhereTheAuthorityIs(String path) {
    assertThat(server.sample("rival").get(path).status()).isEqualTo(server.statusOfRefused());
    assertThat(server.log())
        .contains(
            RivalApplication.class.getName() + " is at /oauth2, where the authority has endpoints");
  }

  @Test
  void isToldWhatIsWrong() throws IOException {
    assertThat(server.log())
        .contains("revocation.leway in the context parameters of web.xml is not known")
        .contains(
            "revocation.leeway in the context parameters of web.xml is \"soon\", but must be a"
                + " duration from PT0S to PT5M")
        .contains("revocation.encryption-key is not set, but must be 32 random bytes in base64")
        .contains("is a value that is not shown, but must be 32 random bytes in base64");
  }

  @Test
  void recordsNothingInADatabaseThatWouldForgetIt() throws IOException {
    assertThat(
            server
                .sample("delayed-writes")
                .postToCognito("RevokeToken", "{\"Token\":\"x\",\"ClientId\":\"sampleweb\"}")
                .status())
        .isEqualTo(500);
    assertThat(server.log()).contains("add ;WRITE_DELAY=0 to its URL");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "index.html", "api/me", "cognito-idp", "oauth2/revoke", "nowhere"})
  void refusesEveryRequestWhenTheFilterIsDropped(String path) throws IOException {
    var answer = server.sample("dropped").get(path);
    assertThat(answer.status()).isEqualTo(500);
    assertThat(answer.body()).doesNotContain("\tat ").doesNotContain("RegistrationGuard");
    assertThat(server.log()).contains("REV0107");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "api/me", "cognito-idp", "oauth2/revoke"})
  void refusesEveryRequestWhenTheFilterCannotStart(String path) throws IOException {
    var answer = server.sample("closed").get(path);
    assertThat(answer.status()).isEqualTo(500);
    assertThat(answer.body()).isEmpty();
    assertThat(server.log()).contains("REV0112");
  }

  @Test
  @Tag("scan-despite-ordering")
  void refusesARevokedTokenWhenTheFilterIsDeclaredAgain() throws Exception {
    var sample = server.started("redeclared");
    var session = sample.signIn("alice");
    assertThat(session.me().status()).isEqualTo(200);
    session.revoke();
    assertThat(session.me().challenge()).isEqualTo(Answer.REVOKED);
  }

  @Test
  void isProtectedWhenTheFilterIsDeclaredAgain() {
    assertProtected(server.sample("redeclared"));
  }

  @Test
  @Tag("metadata-complete")
  void isProtectedWhereAnnotationsAreNotLookedFor() {
    assertProtected(server.sample("complete"));
  }

  /** Some servers find no JAX-RS application there either, so there may be no signing in. */
  private static void assertProtected(Sample sample) {
    assertThat(sample.get("api/me").challenge()).isEqualTo("Bearer");
    assertThat(sample.get("api/me", "Authorization", "Bearer garbage").challenge())
        .isEqualTo(Answer.invalidToken("The access token is malformed"));
  }

  @Test
  void refusesATokenForAnotherAudience() {
    var sample = server.sample("no-audience");
    assertThat(sample.signIn("alice", TestClient.CONFIDENTIAL).me().status()).isEqualTo(200);
    assertThat(sample.signIn("alice").me().challenge())
        .isEqualTo(Answer.invalidToken("The access token is for another audience"));
  }
}
