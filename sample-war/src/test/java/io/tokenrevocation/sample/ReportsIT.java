package io.tokenrevocation.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@DisplayName("The filter alone, with every setting in web.xml,")
@ExtendWith(ConsumerServer.AsParameter.class)
class ReportsIT {

  private final Sample reports;
  private final ForeignIssuer keycloak;

  ReportsIT(ConsumerServer consumers) {
    this.reports = consumers.reports();
    this.keycloak = consumers.keycloak();
  }

  private Answer get(String token) {
    return reports.get("reports/", "Authorization", "Bearer " + token);
  }

  @Test
  void knowsTheUsersOfItsIssuer() {
    assertThat(get(keycloak.token()).body()).isEqualTo("alice true");
  }

  @Test
  void refusesWhoeverHasNoTokenWhereOneIsRequired() {
    assertThat(reports.get("reports/").challenge()).isEqualTo("Bearer");
    assertThat(reports.get("index.html").status()).isEqualTo(200);
  }

  @Test
  void refusesWhatIsNotForIt() {
    assertThat(get(keycloak.token(Map.of("aud", List.of("bills")))).challenge())
        .isEqualTo(Answer.invalidToken("The access token is for another audience"));
    assertThat(get(keycloak.impostor().token()).challenge())
        .isEqualTo(Answer.invalidToken("The access token has a bad signature"));
  }

  /** By default it would be good for ten seconds more. */
  @Test
  void refusesAnExpiredTokenByTheLeewayInWebXml() {
    var fiveSecondsAgo = Clock.systemUTC().instant().minusSeconds(5).getEpochSecond();
    assertThat(get(keycloak.token(Map.of("exp", fiveSecondsAgo))).challenge())
        .isEqualTo(Answer.invalidToken("The access token has expired"));
  }

  @Test
  void refusesATokenOnceTheApplicationSaysThatItIsRevoked() throws InterruptedException {
    var token = keycloak.token();
    var other = keycloak.token();
    assertThat(get(token).status()).isEqualTo(200);

    assertThat(reports.post("reports/", "", "Authorization", "Bearer " + token).status())
        .isEqualTo(200);

    assertThat(RunCommand.within(10, () -> get(token).challenge().equals(Answer.REVOKED))).isTrue();
    assertThat(get(other).status()).isEqualTo(200);
  }

  @Test
  void tellsTheApplicationWhatItRefusesAndWhatItRefusesFromNowOn() throws InterruptedException {
    var token = keycloak.token();
    var tokenId = Tokens.claims(token).getString("jti");
    reports.post("reports/", "", "Authorization", "Bearer " + token);
    assertThat(RunCommand.within(10, () -> seen().contains("revoked " + tokenId))).isTrue();

    get(token);
    get(keycloak.impostor().token());

    assertThat(seen()).containsOnlyOnce("401 " + tokenId).contains("401 nobody's");
    assertThat(seen()).as("however often it is read").containsOnlyOnce("revoked " + tokenId);
  }

  private List<String> seen() {
    var watch = reports.get("reports/watch", "Authorization", "Bearer " + keycloak.token());
    return List.of(watch.body().split("\n", -1));
  }

  @Test
  void bringsNoAuthority() {
    assertThat(reports.get("cognito-idp").status()).isEqualTo(404);
    assertThat(reports.get("oauth2/revoke").status()).isEqualTo(404);
  }
}
