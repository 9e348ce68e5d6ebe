package io.tokenrevocation.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ResourceNotFoundException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UnauthorizedException;

@DisplayName("DeleteUserPoolClient, called with the AWS SDK")
class DeletedClientIT extends SampleTest {

  private Administrator administrator;
  private TestClient client;

  @BeforeEach
  void create() {
    administrator = new Administrator(sample);
    client = administrator.createForPasswords(request -> {});
  }

  @Test
  @DisplayName("4.2: 200 with a zero-byte body")
  @Contract({"4.2 deleted", "4.2 bodies"})
  void isAnsweredWithNoByte() {
    administrator.delete(client.id());
    assertThat(administrator.lastBody()).isEmpty();
  }

  @Test
  @DisplayName("4.2: User pool client does not exist.")
  @Contract("4.2 describe-deleted")
  void leavesNoClientToAdminister() {
    administrator.delete(client.id());
    notFound("User pool client does not exist.", () -> administrator.describe(client.id()));
    notFound("User pool client does not exist.", () -> administrator.delete(client.id()));
    notFound(
        "User pool client does not exist.", () -> administrator.update(client.id(), request -> {}));
  }

  @Test
  @DisplayName("3.6: refresh and bearer calls: ResourceNotFoundException")
  @Contract({
    "1.4 unknown-client",
    "3.1 client-deleted",
    "3.5 client-deleted",
    "3.6 client-deleted",
    "5.7 unknown-client"
  })
  void leavesNoClientToActFor() {
    var session = sample.signIn("alice", client);
    administrator.delete(client.id());
    var message = "User pool client " + client.id() + " does not exist.";
    notFound(message, session::refresh);
    notFound(message, session::getUser);
    notFound(message, session::signOutEverywhere);
    notFound(message, () -> sample.signIn("alice", client));
    assertThatExceptionOfType(UnauthorizedException.class).isThrownBy(session::revoke);
  }

  @Test
  void refusesItsTokensOnTheVeryNextRequest() {
    var first = sample.signIn("alice", client);
    var refreshed = first.refresh();
    var elsewhere = sample.signIn("alice");
    assertThat(refreshed.me().status()).isEqualTo(200);

    administrator.delete(client.id());

    assertThat(first.me().challenge()).isEqualTo(Answer.REVOKED);
    assertThat(refreshed.me().challenge()).isEqualTo(Answer.REVOKED);
    assertThat(elsewhere.me().status()).isEqualTo(200);
  }

  private static void notFound(String message, ThrowingCallable call) {
    assertThatExceptionOfType(ResourceNotFoundException.class)
        .isThrownBy(call)
        .satisfies(e -> assertThat(e.awsErrorDetails().errorMessage()).isEqualTo(message));
  }
}
