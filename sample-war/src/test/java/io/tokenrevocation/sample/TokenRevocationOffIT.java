package io.tokenrevocation.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cognitoidentityprovider.model.NotAuthorizedException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UnsupportedOperationException;

@DisplayName("4.1: EnableTokenRevocation off")
class TokenRevocationOffIT extends SampleTest {

  private Administrator administrator;
  private TestClient client;

  @BeforeEach
  void createOff() {
    administrator = new Administrator(sample);
    client = administrator.createForPasswords(request -> request.enableTokenRevocation(false));
  }

  @Test
  @DisplayName("1.4: This feature is not enabled for this client")
  @Contract("1.4 not-enabled")
  void refusesRevokeToken() {
    var session = sample.signIn("alice", client);
    assertThatExceptionOfType(UnsupportedOperationException.class)
        .isThrownBy(session::revoke)
        .satisfies(
            e ->
                assertThat(e.awsErrorDetails().errorMessage())
                    .isEqualTo("This feature is not enabled for this client"));
    assertThat(session.refresh().me().status()).isEqualTo(200);
  }

  @Test
  @DisplayName("2.1: 400 invalid_request")
  @Contract("2.1 not-enabled")
  void refusesTheRevocationEndpoint() {
    var session = sample.signIn("alice", client);
    var answer =
        sample.post(
            "oauth2/revoke",
            "token=" + session.refreshToken() + "&client_id=" + client.id(),
            "Content-Type",
            "application/x-www-form-urlencoded");
    assertThat(answer.status()).isEqualTo(400);
    assertThat(Tokens.json(answer.body()).getString("error")).isEqualTo("invalid_request");
    assertThat(session.me().status()).isEqualTo(200);
  }

  @Test
  @Contract("4.1 same-second")
  void givesTheSameIdTokenAgainWithinASecond() {
    var same =
        Stream.generate(() -> sample.signIn("alice", client))
            .limit(20)
            .anyMatch(
                session -> session.tokens().idToken().equals(session.refresh().tokens().idToken()));
    assertThat(same).isTrue();
  }

  @Test
  @DisplayName("5.2: claims and their order")
  @Contract({"4.1 claims-off", "5.2 order-off"})
  void leavesTheFamilysClaimOutOfTokens() {
    var session = sample.signIn("alice", client);
    for (var each : new Session[] {session, session.refresh()}) {
      assertThat(Tokens.claims(each.accessToken()).keySet())
          .containsExactly(
              "sub",
              "event_id",
              "token_use",
              "scope",
              "auth_time",
              "iss",
              "exp",
              "iat",
              "jti",
              "client_id",
              "username");
      assertThat(Tokens.claims(each.tokens().idToken()).keySet())
          .doesNotContain("origin_jti", "jti");
    }
  }

  @Test
  @DisplayName("3.3: a global sign-out reaches them too")
  @Contract("3.3 not-enabled")
  void doesNotKeepTokensFromASignOutEverywhere() {
    var session = sample.signIn("carol", client);
    var refreshed = session.refresh();
    sample.signIn("carol").signOutEverywhere();
    for (var each : new Session[] {session, refreshed}) {
      assertThat(each.me().challenge()).isEqualTo(Answer.REVOKED);
      refusesRefresh(each);
    }
  }

  @Test
  void letsAUserSignOutEverywhereWithItsTokens() {
    var elsewhere = sample.signIn("carol");
    var session = sample.signIn("carol", client);
    session.signOutEverywhere();
    assertThat(session.me().challenge()).isEqualTo(Answer.REVOKED);
    assertThat(elsewhere.me().challenge()).isEqualTo(Answer.REVOKED);
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
