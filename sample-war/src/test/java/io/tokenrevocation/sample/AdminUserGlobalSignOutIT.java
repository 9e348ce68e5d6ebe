package io.tokenrevocation.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.cognitoidentityprovider.model.CognitoIdentityProviderException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserNotFoundException;

@DisplayName("AdminUserGlobalSignOut, called with the AWS SDK")
class AdminUserGlobalSignOutIT extends SampleTest {

  private static final String POOL = "us-east-1_Sample001";

  private void signOut(String username) {
    TestAccessKey.SAMPLE.signOut(sample, POOL, username);
  }

  @Test
  @Contract({"3.3 access", "3.3 refresh"})
  void refusesAllSessionsOfTheUserAtEveryClient() {
    var phone = sample.signIn("alice");
    var laptop = sample.signIn("alice", TestClient.CONFIDENTIAL);
    var refreshed = laptop.refresh();

    signOut("alice");

    for (var session : new Session[] {phone, laptop, refreshed}) {
      session.assertRevoked();
    }
  }

  @Test
  @Contract("3.3 sign-in")
  void sparesASignInThatFollowsAtOnce() {
    for (var round = 0; round < 10; round++) {
      var before = sample.signIn("alice");
      signOut("alice");
      var after = sample.signIn("alice");

      assertThat(before.me().challenge()).as("before, round %d", round).isEqualTo(Answer.REVOKED);
      assertThat(after.me().status()).as("after, round %d", round).isEqualTo(200);
    }
  }

  @Test
  void leavesOtherUsersAlone() {
    var bob = sample.signIn("bob");
    signOut("alice");
    assertThat(bob.me().status()).isEqualTo(200);
    assertThat(bob.refresh().me().status()).isEqualTo(200);
  }

  @Test
  @Contract("3.2 again")
  void succeedsTwiceAndForAUserWithoutSessions() {
    signOut("carol");
    assertThatCode(() -> signOut("carol")).doesNotThrowAnyException();
  }

  @Test
  @Contract("3.2 unknown-user")
  void knowsNoUserOfThatName() {
    assertThatExceptionOfType(UserNotFoundException.class)
        .isThrownBy(() -> signOut("nobody"))
        .satisfies(
            e -> assertThat(e.awsErrorDetails().errorMessage()).isEqualTo("User does not exist."));
  }

  @ParameterizedTest
  @ValueSource(strings = {"wrong+secret+access+key", "sample+secret+access+key+for+developmenT"})
  @Contract("7.5 wrong")
  void isRefusedWithAWrongSecret(String secret) {
    var session = sample.signIn("alice");
    var key = TestAccessKey.SAMPLE.withSecret(secret);
    assertThatExceptionOfType(CognitoIdentityProviderException.class)
        .isThrownBy(() -> key.signOut(sample, POOL, "alice"))
        .satisfies(e -> hasCode(e, "InvalidSignatureException"));
    assertThat(session.me().status()).isEqualTo(200);
  }

  @Test
  @Contract("7.5 unknown-key")
  void isRefusedWithAnUnknownKey() {
    var unknown = new TestAccessKey("AKIASAMPLE0000000002", TestAccessKey.SAMPLE.secret());
    assertThatExceptionOfType(CognitoIdentityProviderException.class)
        .isThrownBy(() -> unknown.signOut(sample, POOL, "alice"))
        .satisfies(
            e ->
                assertThat(e.awsErrorDetails().errorCode())
                    .isEqualTo("UnrecognizedClientException"))
        .withMessageContaining("The security token included in the request is invalid.");
  }

  @Test
  @DisplayName("that the key has not been allowed is told also of a pool that does not exist")
  @Contract({"3.2 signed", "7.5 denied"})
  void isRefusedOnAnotherPool() {
    assertThatExceptionOfType(CognitoIdentityProviderException.class)
        .isThrownBy(() -> TestAccessKey.SAMPLE.signOut(sample, "us-east-1_Other0001", "alice"))
        .satisfies(
            e -> {
              hasCode(e, "AccessDeniedException");
              assertThat(e.awsErrorDetails().errorMessage())
                  .isEqualTo(
                      "User: AKIASAMPLE0000000001 is not authorized to perform:"
                          + " cognito-idp:AdminUserGlobalSignOut on resource:"
                          + " us-east-1_Other0001");
              assertThat(e.statusCode()).isEqualTo(400);
            });
  }

  private static void hasCode(CognitoIdentityProviderException e, String code) {
    assertThat(e.awsErrorDetails().errorCode()).isEqualTo(code);
  }
}
