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

@DisplayName("A sign-out in the middle of the application's own JTA transaction")
class ConsumerTransactionIT {

  private static VariantServer server;
  private static Sample sample;

  @BeforeAll
  static void deploy() throws IOException, InterruptedException {
    server =
        VariantServer.in(Path.of(System.getProperty("it.data"), "consumer"))
            .add("orders", xml -> xml + "\n", ConsumerApplication.class, OrderResource.class)
            .start();
    sample = server.sample("orders");
    assertThat(sample.post("consumer/orders/table", "").status()).isEqualTo(204);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void staysWhenTheApplicationRollsBackAndCommitsNothingOfIt() {
    var session = sample.signIn("alice");
    var rows = rows();

    assertThat(place(session, "?fail=true").status()).isEqualTo(500);

    assertThat(session.me().challenge()).isEqualTo(Answer.REVOKED);
    assertThat(rows()).isEqualTo(rows);
  }

  @Test
  void leavesTheApplicationsCommitToTheApplication() {
    var session = sample.signIn("bob");
    var rows = rows();

    assertThat(place(session, "").status()).isEqualTo(204);

    assertThat(session.me().challenge()).isEqualTo(Answer.REVOKED);
    assertThat(rows()).isEqualTo(rows + 1);
  }

  private static Answer place(Session session, String query) {
    return sample.post(
        "consumer/orders" + query, "", "Authorization", "Bearer " + session.accessToken());
  }

  private static int rows() {
    return Integer.parseInt(sample.get("consumer/orders").body());
  }
}
