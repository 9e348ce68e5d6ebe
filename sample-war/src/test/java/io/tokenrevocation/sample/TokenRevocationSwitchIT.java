package io.tokenrevocation.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cognitoidentityprovider.model.NotAuthorizedException;

@DisplayName("4.1: EnableTokenRevocation, switched off and on with live sessions")
class TokenRevocationSwitchIT extends SampleTest {

  private Administrator administrator;
  private TestClient client;

  @BeforeEach
  void createOff() {
    administrator = new Administrator(sample);
    client = administrator.createForPasswords(request -> request.enableTokenRevocation(false));
  }

  private void switchTo(boolean on) {
    administrator.enableTokenRevocation(client, on);
  }

  @Test
  @Contract("4.3 live-sessions")
  void losesNobody() {
    var off = sample.signIn("alice", client);
    switchTo(true);
    var on = off.refresh();
    switchTo(false);
    var offAgain = on.refresh();
    for (var each : new Session[] {off, on, offAgain}) {
      assertThat(each.me().status()).isEqualTo(200);
      assertThat(each.getUser()).isEqualTo("alice");
    }
  }

  @Test
  @Contract("4.1 switched-on")
  void revokesWhatWasMintedWhileItWasOff() {
    var off = sample.signIn("alice", client);
    var refreshedOff = off.refresh();
    switchTo(true);
    var refreshedOn = off.refresh();
    var other = sample.signIn("alice", client);
    assertThat(Tokens.claims(refreshedOn.accessToken())).containsKey("origin_jti");

    off.revoke();

    for (var each : new Session[] {off, refreshedOff, refreshedOn}) {
      assertThat(each.me().challenge()).isEqualTo(Answer.REVOKED);
    }
    refusesRefresh(off);
    assertThat(other.me().status()).isEqualTo(200);
  }

  @Test
  void revokesWhatWasMintedWhileItWasOffBetweenTwoTimesOn() {
    switchTo(true);
    var on = sample.signIn("alice", client);
    switchTo(false);
    var off = on.refresh();
    switchTo(true);

    on.revoke();

    assertThat(on.me().challenge()).isEqualTo(Answer.REVOKED);
    assertThat(off.me().challenge()).isEqualTo(Answer.REVOKED);
  }

  @Test
  @Contract("4.1 switched-off")
  void leavesRevokedWhatWasRevokedBefore() {
    switchTo(true);
    var session = sample.signIn("alice", client);
    session.revoke();
    switchTo(false);
    assertThat(session.me().challenge()).isEqualTo(Answer.REVOKED);
    refusesRefresh(session);
  }

  private static void refusesRefresh(Session session) {
    assertThatExceptionOfType(NotAuthorizedException.class)
        .isThrownBy(session::refresh)
        .satisfies(
            e ->
                assertThat(e.awsErrorDetails().errorMessage())
                    .isEqualTo("Refresh Token has been revoked"));
  }
}
