package io.tokenrevocation.sample;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Payara and GlassFish load their own Nimbus and H2 for it: it has no glassfish-web.xml either. */
@DisplayName("In an application without a web.xml")
@Tag("microprofile-config")
@ExtendWith(ConsumerServer.AsParameter.class)
class BareIT {

  private final Sample bare;
  private final Sample orders;
  private final boolean allEnforce;

  BareIT(ConsumerServer consumers) {
    this.bare = consumers.bare();
    this.orders = consumers.orders();
    this.allEnforce = consumers.allEnforce();
  }

  /**
   * And so it is in its neighbours: two authorities and a filter alone, each in a WAR of its own.
   */
  @Test
  void isEnforcedFromTheStartAndNotFromTheFirstRequest() {
    assertThat(allEnforce).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "index.html", "api/me", "nowhere"})
  void everythingNeedsAToken(String path) {
    assertThat(bare.get(path).challenge()).isEqualTo("Bearer");
  }

  @Test
  void aUserGetsThrough() {
    var session = bare.signIn("alice");
    assertThat(session.me().body()).isEqualTo("alice");
    assertThat(session.getUser()).isEqualTo("alice");
  }

  @Test
  void aRevokedTokenIsRefused() {
    var session = bare.signIn("alice");
    session.revoke();
    assertThat(session.me().challenge()).isEqualTo(Answer.REVOKED);
  }

  @Test
  void theOAuthEndpointsAreWhereTheyAlwaysAre() {
    var session = bare.signIn("alice");
    var form = "client_id=sampleweb&token=" + session.refreshToken();
    var answer =
        bare.post("oauth2/revoke", form, "Content-Type", "application/x-www-form-urlencoded");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(session.me().challenge()).isEqualTo(Answer.REVOKED);
  }

  @Test
  void theTokensOfItsNeighbourAreNotItsOwn() {
    var theirs = orders.signIn("alice").accessToken();
    assertThat(bare.get("api/me", "Authorization", "Bearer " + theirs).challenge())
        .isEqualTo(Answer.invalidToken("The access token is from an unknown issuer"));
  }

  /** It has the same user, with the same subject, at a client of the same name. */
  @Test
  void aSignOutAtItsNeighbourSignsNobodyOutHere() {
    var here = bare.signIn("vera");
    var there = orders.signIn("vera");

    there.signOutEverywhere();

    assertThat(orders.get("who/x", "Authorization", "Bearer " + there.accessToken()).challenge())
        .isEqualTo(Answer.REVOKED);
    assertThat(here.me().status()).isEqualTo(200);
    assertThat(here.refresh().me().status()).isEqualTo(200);
  }
}
