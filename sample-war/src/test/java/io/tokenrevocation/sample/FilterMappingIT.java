package io.tokenrevocation.sample;

import static io.tokenrevocation.sample.WebXml.filter;
import static io.tokenrevocation.sample.WebXml.mapping;
import static io.tokenrevocation.sample.WebXml.with;
import static io.tokenrevocation.sample.WebXml.without;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A filter declared where it must not be, or with what it must not have")
class FilterMappingIT {

  private static final String DROP = "<absolute-ordering/>";

  private static VariantServer server;

  @BeforeAll
  static void deployAllVariants() throws IOException, InterruptedException {
    server =
        VariantServer.in(Path.of(System.getProperty("it.data"), "mappings"))
            .add(
                "unknown",
                with(filter("orders", "revocation.audience", "x"), mapping("orders", "/*")))
            .add(
                "wrong",
                with(filter("orders", "revocation.when-stale", "maybe"), mapping("orders", "/*")))
            .add(
                "global",
                with(filter("orders", "revocation.leeway", "PT1S"), mapping("orders", "/*")))
            .add("narrow", with(filter("admin"), mapping("admin", "/admin/*")))
            .add("extension", with(filter("page"), mapping("page", "*.do")))
            .add("root", with(filter("root"), mapping("root", "/")))
            .add("narrow-dropped", with(DROP, filter("admin"), mapping("admin", "/admin/*")))
            .add(
                "part-dropped",
                xml ->
                    with(DROP, filter("api"), mapping("api", "/api/*"))
                        .apply(without("revocation.require-token").apply(xml)))
            .add(
                "closed-dropped",
                xml ->
                    with(
                            DROP,
                            filter("api", "revocation.leeway", "PT1S"),
                            mapping("api", "/api/*"),
                            filter("page"),
                            mapping("page", "/page/*"))
                        .apply(without("revocation.require-token").apply(xml)))
            .start();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"unknown", "wrong", "global", "narrow", "extension", "root"})
  void isNotDeployed(String variant) {
    for (var path : new String[] {"", "api/me", "cognito-idp"}) {
      assertThat(server.sample(variant).get(path).status())
          .as(path)
          .isEqualTo(server.statusOfRefused());
    }
  }

  @Test
  void isToldWhatIsWrong() throws IOException {
    assertThat(server.log())
        .contains("revocation.audience in the init parameters of the filter orders is not known")
        .contains(
            "revocation.when-stale in the init parameters of the filter orders is \"maybe\", but"
                + " must be refuse or allow-last-known")
        .contains(
            "revocation.leeway in the init parameters of the filter orders is a setting of the"
                + " whole application: make it a context parameter")
        .contains(
            "revocation.require-token names /api/*, but the filter's URL patterns do not cover"
                + " that: /admin/*.")
        .contains("do not cover that: *.do.")
        .contains("the filter is mapped to /, which some servers take for the start page alone");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "api/me", "admin/x", "cognito-idp"})
  void isRefusedEveryRequestWhereNothingElseCouldRefuseIt(String path) throws IOException {
    assertThat(server.sample("narrow-dropped").get(path).status()).isEqualTo(500);
    assertThat(server.log()).contains("REV0107");
  }

  @Test
  void isInFrontOfItsPartWhereNothingElseMustBeProtected() {
    var sample = server.sample("part-dropped");
    assertThat(sample.get("api/me").challenge()).isEqualTo("Bearer");
    assertThat(sample.get("index.html", "Authorization", "Bearer x").status()).isEqualTo(200);
  }

  @Test
  @Tag("scan-despite-ordering")
  void letsUsersThroughToItsPart() throws Exception {
    assertThat(server.started("part-dropped").signIn("alice").me().status()).isEqualTo(200);
  }

  @Test
  void isClosedAloneWhereOnlyItsOwnParametersAreWrong() throws IOException {
    var sample = server.sample("closed-dropped");
    assertThat(sample.get("api/me").status()).isEqualTo(500);
    assertThat(sample.get("page/x").status()).isEqualTo(401);
    assertThat(server.log()).contains("REV0112: Requests are refused, because the filter api");
  }
}
