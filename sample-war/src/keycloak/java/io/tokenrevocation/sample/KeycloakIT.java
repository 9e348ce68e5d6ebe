package io.tokenrevocation.sample;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Tokens of a real Keycloak")
class KeycloakIT {

  private static Keycloak keycloak;
  private static VariantServer server;
  private static Sample sample;

  private JsonObject tokens;

  @BeforeAll
  static void start() throws IOException, InterruptedException {
    var data = Path.of(System.getProperty("it.data"), "keycloak");
    keycloak = Keycloak.start(data);
    var settings =
        Map.of(
            "revocation.issuers", "keycloak",
            "revocation.issuer.keycloak.uri", keycloak.issuer(),
            "revocation.issuer.keycloak.profile", "keycloak",
            "revocation.issuer.keycloak.audiences", "orders");
    server = VariantServer.in(data).add("shop", WebXml.with(WebXml.parameters(settings))).start();
    sample = server.sample("shop");
  }

  @AfterAll
  static void stop() {
    server.close();
    keycloak.close();
  }

  @BeforeEach
  void signIn() {
    tokens = keycloak.signIn();
  }

  private static Answer me(String token) {
    return sample.get("api/me", "Authorization", "Bearer " + token);
  }

  private static Answer me(JsonObject tokens) {
    return me(tokens.getString("access_token"));
  }

  private static void revoke(String scope, JsonObject tokens, String claim) {
    var value = Tokens.claims(tokens.getString("access_token")).getString(claim);
    var answer =
        new RevocationsApi(sample)
            .recordOf(keycloak.issuer(), Map.of("scope", scope, "value", value));
    assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
  }

  @Test
  void tellWhoTheUserIs() {
    var me = Tokens.json(me(tokens).body());
    assertThat(me.getString("username")).isEqualTo("alice");
    assertThat(me.getString("client")).isEqualTo("shop-web");
    assertThat(me.getJsonObject("roles").getBoolean("editors")).isTrue();
  }

  @Test
  void areAcceptedAfterALogoutUntilTheirSessionIsRevoked() {
    keycloak.logOut(tokens);
    assertThat(keycloak.accepts(tokens)).isFalse();
    assertThat(me(tokens).status()).isEqualTo(200);
    revoke("session", tokens, "sid");
    assertThat(me(tokens).challenge()).isEqualTo(Answer.REVOKED);
  }

  @Test
  void areRefusedAlsoWhenARevokedSessionGoesOn() {
    revoke("session", tokens, "sid");
    var refreshed = keycloak.refresh(tokens);
    assertThat(keycloak.accepts(refreshed)).isTrue();
    assertThat(me(refreshed).challenge()).isEqualTo(Answer.REVOKED);
    assertThat(me(keycloak.signIn()).status()).as("another session").isEqualTo(200);
  }

  @Test
  void canBeRevokedOneByOne() {
    var refreshed = keycloak.refresh(tokens);
    revoke("token", tokens, "jti");
    assertThat(me(tokens).challenge()).isEqualTo(Answer.REVOKED);
    assertThat(me(refreshed).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"subject sub", "client azp"})
  void areRefusedUpToNow(String what) throws InterruptedException {
    var scope = what.split(" ", 2);
    revoke(scope[0], tokens, scope[1]);
    var revoked = Clock.systemUTC().instant();
    assertThat(me(tokens).challenge()).isEqualTo(Answer.REVOKED);
    assertThat(
            RunCommand.within(
                10, () -> Clock.systemUTC().instant().isAfter(revoked.plus(Duration.ofSeconds(2)))))
        .isTrue();
    assertThat(me(keycloak.signIn()).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"id_token", "refresh_token"})
  void areRefusedWhichAreNoAccessTokens(String which) {
    assertThat(me(tokens.getString(which)).status()).isEqualTo(401);
  }
}
