package io.tokenrevocation.sample;

import static org.assertj.core.api.Assertions.assertThat;

import io.tokenrevocation.sample.consumer.ConsumerApplication;
import io.tokenrevocation.sample.consumer.OrderResource;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("In an application with resources and transactions of its own")
class ConsumerIT {

  private static VariantServer server;
  private static Sample sample;
  private static String logAtStart;

  @BeforeAll
  static void deploy() throws IOException, InterruptedException {
    server =
        VariantServer.in(Path.of(System.getProperty("it.data"), "consumer"))
            .add("orders", xml -> xml + "\n", ConsumerApplication.class, OrderResource.class)
            .start();
    logAtStart = server.log();
    sample = server.sample("orders");
    assertThat(sample.post("consumer/orders/table", "").status()).isEqualTo(204);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void isEnforcedFromTheStartAndNotFromTheFirstRequest() {
    assertThat(logAtStart).contains("REV0103");
  }

  @Test
  void aSignOutStaysWhenItsCallerRollsBackAndCommitsNothingOfTheCallers() {
    var session = sample.signIn("alice");
    var rows = rows();

    assertThat(place(session, "?fail=true").status()).isEqualTo(500);

    assertThat(session.me().challenge()).isEqualTo(Answer.REVOKED);
    assertThat(rows()).isEqualTo(rows);
  }

  @Test
  void aSignOutLeavesItsCallersCommitToTheCaller() {
    var session = sample.signIn("bob");
    var rows = rows();

    assertThat(place(session, "").status()).isEqualTo(204);

    assertThat(session.me().challenge()).isEqualTo(Answer.REVOKED);
    assertThat(rows()).isEqualTo(rows + 1);
  }

  @Test
  void theAuthoritysResourcesAreNotFoundUnderTheApplicationsPath() {
    var session = sample.signIn("alice");
    var form = "client_id=sampleweb&token=" + session.refreshToken();
    var revoke =
        sample.post("consumer/revoke", form, "Content-Type", "application/x-www-form-urlencoded");
    var cognito =
        sample.post(
            "consumer/",
            "{\"Token\":\"" + session.refreshToken() + "\",\"ClientId\":\"sampleweb\"}",
            "Content-Type",
            "application/x-amz-json-1.1",
            "X-Amz-Target",
            "AWSCognitoIdentityProviderService.RevokeToken");
    var keys = sample.get("consumer/us-east-1_Sample001/.well-known/jwks.json");

    assertThat(revoke.status()).isEqualTo(404);
    assertThat(cognito.status()).isEqualTo(404);
    assertThat(keys.status()).isEqualTo(404);
    assertThat(session.me().status()).isEqualTo(200);
  }

  private static Answer place(Session session, String query) {
    return sample.post(
        "consumer/orders" + query, "", "Authorization", "Bearer " + session.accessToken());
  }

  private static int rows() {
    return Integer.parseInt(sample.get("consumer/orders").body());
  }
}
