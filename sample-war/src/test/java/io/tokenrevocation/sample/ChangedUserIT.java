package io.tokenrevocation.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tokenrevocation.sample.users.ChangingUsers;
import io.tokenrevocation.sample.users.UsersServlet;
import java.io.IOException;
import java.nio.file.Path;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cognitoidentityprovider.model.CognitoIdentityProviderException;

@DisplayName("The tokens of a user whom the directory has disabled, deleted or replaced")
class ChangedUserIT {

  private static final String DISABLED = "NotAuthorizedException: User is disabled.";
  private static final String ACCESS_REVOKED =
      "NotAuthorizedException: Access Token has been revoked";
  private static final String REFRESH_REVOKED =
      "NotAuthorizedException: Refresh Token has been revoked";
  private static final String DELETED =
      "NotAuthorizedException: The user has been deleted for the associated refresh token";

  private static VariantServer server;
  private static Sample sample;

  private String username;
  private String subject;
  private Session session;

  @BeforeAll
  static void deploy() throws IOException, InterruptedException {
    server =
        VariantServer.in(Path.of(System.getProperty("it.data"), "users"))
            .add("users", xml -> xml + "\n", ChangingUsers.class, UsersServlet.class)
            .start();
    sample = server.sample("users");
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @BeforeEach
  void signIn() {
    username = "user-" + UUID.randomUUID();
    subject = UUID.randomUUID().toString();
    put(subject, true);
    session = sample.signIn(username);
  }

  private void put(String sub, boolean enabled) {
    var query = "?subject=" + sub + "&enabled=" + enabled;
    assertThat(sample.post("users/" + username + query, "").status()).isEqualTo(200);
  }

  private void delete() {
    assertThat(sample.delete("users/" + username).status()).isEqualTo(200);
  }

  @Test
  @Contract({"3.5 user-disabled", "3.6 disabled", "5.7 user-disabled", "6.1 user-disabled"})
  void areRefusedWhileTheyAreDisabled() {
    put(subject, false);
    refused(DISABLED, session::getUser);
    refused(DISABLED, session::signOutEverywhere);
    refused(DISABLED, session::refresh);
    refused(DISABLED, () -> sample.signIn(username));
  }

  @Test
  @Contract("3.6 enabled-again")
  void stayRefusedWhenTheyAreEnabledAgain() {
    var elsewhere = sample.signIn(username, TestClient.CONFIDENTIAL);
    put(subject, false);
    refused(DISABLED, session::getUser);

    put(subject, true);

    for (var each : new Session[] {session, elsewhere}) {
      refused(ACCESS_REVOKED, each::getUser);
      refused(REFRESH_REVOKED, each::refresh);
      assertThat(each.me().challenge()).isEqualTo(Answer.REVOKED);
    }
    assertThat(sample.signIn(username).refresh().getUser()).isEqualTo(username);
  }

  @Test
  @Contract("3.5 order")
  void areOfADisabledUserBeforeTheyAreRevoked() {
    session.revoke();
    put(subject, false);
    refused(DISABLED, session::getUser);
  }

  @Test
  @Contract("3.5 order")
  void areOfADeletedClientBeforeTheyAreOfADeletedUser() {
    var administrator = new Administrator(sample);
    var client = administrator.createForPasswords(request -> {});
    var gone = sample.signIn(username, client);
    administrator.delete(client.id());
    delete();
    refused(
        "ResourceNotFoundException: User pool client " + client.id() + " does not exist.",
        gone::getUser);
  }

  @Test
  @Contract({"3.5 user-deleted", "3.6 deleted", "5.7 user-deleted"})
  void areRefusedWhenTheyAreDeleted() {
    delete();
    refused("UserNotFoundException: User does not exist.", session::getUser);
    refused("UserNotFoundException: User does not exist.", session::signOutEverywhere);
    refused(DELETED, session::refresh);
    refused(
        "NotAuthorizedException: Incorrect username or password.", () -> sample.signIn(username));
  }

  @Test
  @Contract({"3.5 recreated", "3.6 recreated"})
  void areNotRevivedWhenSomebodyElseHasTheName() {
    put(UUID.randomUUID().toString(), true);
    refused("NotAuthorizedException: Invalid access token.", session::getUser);
    refused(DELETED, session::refresh);
    assertThat(sample.signIn(username).refresh().getUser()).isEqualTo(username);
  }

  @Test
  void areRefusedAtTheOAuthEndpointsToo() {
    put(subject, false);
    refusedByOAuth();
    put(subject, true);
    refusedByOAuth();
    session = sample.signIn(username);
    delete();
    refusedByOAuth();
  }

  private void refusedByOAuth() {
    var oauth = new OAuth(sample);
    var refresh =
        "grant_type=refresh_token&client_id=sampleweb&refresh_token=" + session.refreshToken();
    assertThat(OAuth.error(oauth.post("token", refresh))).isEqualTo("invalid_grant");
    assertThat(oauth.userInfo(session.accessToken()).status()).isEqualTo(401);
    assertThat(oauth.introspect(session.accessToken()).toString()).isEqualTo("{\"active\":false}");
    assertThat(oauth.introspect(session.refreshToken()).toString()).isEqualTo("{\"active\":false}");
  }

  private static void refused(String expected, ThrowingCallable call) {
    assertThatExceptionOfType(CognitoIdentityProviderException.class)
        .isThrownBy(call)
        .satisfies(
            e -> {
              var details = e.awsErrorDetails();
              assertThat(details.errorCode() + ": " + details.errorMessage()).isEqualTo(expected);
              assertThat(e.statusCode()).isEqualTo(400);
            });
  }
}
