package io.tokenrevocation.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.cognitoidentityprovider.model.NotAuthorizedException;

@DisplayName("The sample with the issuers that the README configures")
class ForeignIssuerIT {

  private static ForeignDeployment deployment;
  private static ForeignIssuer keycloak;
  private static ForeignIssuer partner;
  private static Sample sample;

  @BeforeAll
  static void deploy() throws IOException, InterruptedException {
    deployment = ForeignDeployment.start();
    keycloak = deployment.keycloak();
    partner = deployment.partner();
    sample = deployment.sample();
  }

  @AfterAll
  static void stop() {
    deployment.close();
  }

  private static Answer me(String token) {
    return deployment.me(token);
  }

  private static void assertRefused(String token, String description) {
    assertThat(me(token).challenge()).isEqualTo(Answer.invalidToken(description));
  }

  @Test
  void knowsAUserOfKeycloak() {
    var me = Tokens.json(me(keycloak.token()).body());

    assertThat(me.getString("subject")).isEqualTo("keycloak-alice");
    assertThat(me.getString("username")).isEqualTo("alice");
    assertThat(me.getString("principal")).isEqualTo("alice");
    assertThat(me.getString("client")).isEqualTo("shop-web");
    assertThat(me.get("groups")).hasToString("[\"editors\",\"offline_access\"]");
    assertThat(me.get("scopes")).hasToString("[\"openid\",\"profile\"]");
    assertThat(me.get("roles")).hasToString("{\"editors\":true,\"revocation-admin\":false}");
  }

  @Test
  void knowsAUserOfAnIssuerThatIsSpeltOut() {
    var me = Tokens.json(me(partner.token()).body());

    assertThat(me.getString("subject")).isEqualTo("partner-alice");
    assertThat(me.getString("principal")).isEqualTo("alice@partner.example");
    assertThat(me.getString("client")).isEqualTo("partner-web");
    assertThat(me.get("groups")).hasToString("[\"editors\",\"readers\"]");
    assertThat(me.get("scopes")).hasToString("[\"read\",\"write\"]");
    assertThat(me.get("roles")).hasToString("{\"editors\":true,\"revocation-admin\":false}");
  }

  @Test
  void goesOnKnowingItsOwnUsers() {
    var session = sample.signIn("bob");
    assertThat(session.me().status()).isEqualTo(200);
    session.revoke();
    assertThat(session.me().challenge()).isEqualTo(Answer.REVOKED);
  }

  @Test
  void refusesATokenForAnotherAudience() {
    var description = "The access token is for another audience";
    assertRefused(keycloak.token(Map.of("aud", List.of("bills"))), description);
    assertRefused(partner.token(Map.of("aud", "orders")), description);
    assertRefused(keycloak.token(Map.of("aud", "sampleweb")), description);
  }

  @Test
  void refusesATokenThatAnotherIssuerSigned() {
    var description = "The access token has a bad signature";
    assertRefused(keycloak.impostor().token(), description);
    assertRefused(Tokens.alterSignature(partner.token()), description);
    assertRefused(
        partner.token(Map.of("iss", keycloak.uri())),
        "The access token is signed with an algorithm that is not accepted");
    assertRefused(
        keycloak.token(Map.of("iss", keycloak.uri() + "/")),
        "The access token is from an unknown issuer");
  }

  @ParameterizedTest
  @CsvSource({"JWT, ID", "JWT, Refresh", "logout+jwt, Bearer", "JOSE, Bearer"})
  void refusesWhatIsNoAccessToken(String headerType, String type) {
    assertRefused(
        keycloak.sign(headerType, Map.of("typ", type)), "The token is not an access token");
  }

  @Test
  void refusesATokenThatCouldOutliveItsRevocation() {
    var inTwoHours = Clock.systemUTC().instant().plusSeconds(7200).getEpochSecond();
    assertThat(me(keycloak.token(Map.of("exp", inTwoHours))).status()).isEqualTo(200);
    assertRefused(
        partner.token(Map.of("exp", inTwoHours)),
        "The access token has a longer life than is accepted");
  }

  @Test
  void noticesThatAnIssuerHasChangedItsKeys() throws InterruptedException {
    var old = keycloak.token();
    assertThat(me(old).status()).isEqualTo(200);

    keycloak.rotate();

    // The endpoint is asked a few times in ten seconds only, and other tests have asked it.
    assertThat(RunCommand.within(20, () -> me(keycloak.token()).status() == 200)).isTrue();
    assertRefused(old, "The access token has a bad signature");
  }

  @Test
  void asksForPatienceUntilTheKeysOfAnIssuerCanBeFetched()
      throws IOException, InterruptedException {
    var late = deployment.late();
    var token = late.token();
    var early = me(token);
    assertThat(early.status()).isEqualTo(503);
    assertThat(early.header("Retry-After")).isNotEmpty();

    late.start();
    assertThat(RunCommand.within(20, () -> me(token).status() == 200)).isTrue();
    late.close();

    assertThat(me(late.token()).status()).as("with the keys that are known").isEqualTo(200);
    assertThat(deployment.server().log()).contains("REV0116").contains("REV0117");
  }

  @Test
  void isNoAuthorityOverTheTokensOfOthers() {
    var token = keycloak.token(Map.of("scope", "aws.cognito.signin.user.admin"));

    assertThatThrownBy(() -> sample.cognito().getUser(request -> request.accessToken(token)))
        .isInstanceOf(NotAuthorizedException.class)
        .hasMessageContaining("Invalid Access Token");
    var revoked =
        sample.post(
            "oauth2/revoke",
            "client_id=sampleweb&token=" + token,
            "Content-Type",
            "application/x-www-form-urlencoded");
    assertThat(revoked.status()).as("RFC 7009, 2.2: an unknown token").isEqualTo(200);
    assertThat(me(token).status()).isEqualTo(200);
  }

  @Test
  void refusesATokenOnceItIsRevokedByItsId() {
    var token = keycloak.token(Map.of("jti", "leaked"));
    var other = keycloak.token();
    assertThat(me(token).status()).isEqualTo(200);

    revoke(keycloak, "token", "leaked");

    assertThat(me(token).challenge()).isEqualTo(Answer.REVOKED);
    assertThat(me(other).status()).isEqualTo(200);
  }

  @Test
  void refusesTheTokensOfASessionOnceItIsRevoked() {
    var session = Map.of("sid", "stolen laptop");
    var tokens = List.of(keycloak.token(session), keycloak.token(session));
    var elsewhere = keycloak.token(Map.of("sid", "phone"));

    revoke(keycloak, "session", "stolen laptop");

    for (var token : tokens) {
      assertThat(me(token).challenge()).isEqualTo(Answer.REVOKED);
    }
    assertThat(me(keycloak.token(session)).challenge())
        .as("issued afterwards")
        .isEqualTo(Answer.REVOKED);
    assertThat(me(elsewhere).status()).isEqualTo(200);
  }

  @Test
  void refusesTheTokensOfAFamilyByTheClaimThatIsConfigured() {
    var token = partner.token(Map.of("login", Map.of("id", "f1", "session", "s1")));
    var other = partner.token(Map.of("login", Map.of("id", "f2", "session", "s1")));

    revoke(partner, "family", "f1");

    assertThat(me(token).challenge()).isEqualTo(Answer.REVOKED);
    assertThat(me(other).status()).isEqualTo(200);
  }

  @Test
  void refusesWhatASubjectWasGivenBeforeATime() {
    var now = Clock.systemUTC().instant().truncatedTo(ChronoUnit.SECONDS);
    var earlier = issued(now.minusSeconds(61));
    var later = issued(now.minusSeconds(60));

    revoke(
        keycloak,
        Map.of(
            "scope", "subject", "value", "bob", "issuedBefore", now.minusSeconds(60).toString()));

    assertThat(me(earlier).challenge()).isEqualTo(Answer.REVOKED);
    assertThat(me(later).status()).isEqualTo(200);
  }

  @Test
  void refusesAllThatAClientWasGiven() {
    var token = keycloak.token(Map.of("azp", "old-app"));
    revoke(keycloak, "client", "old-app");
    assertThat(me(token).challenge()).isEqualTo(Answer.REVOKED);
    assertThat(me(keycloak.token()).status()).isEqualTo(200);
  }

  private static String issued(Instant issuedAt) {
    return keycloak.token(Map.of("sub", "bob", "iat", issuedAt.getEpochSecond()));
  }

  private static void revoke(ForeignIssuer issuer, String scope, String value) {
    revoke(issuer, Map.of("scope", scope, "value", value));
  }

  private static void revoke(ForeignIssuer issuer, Map<String, String> members) {
    var answer = new RevocationsApi(sample).recordOf(issuer.uri(), members);
    assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
  }
}
