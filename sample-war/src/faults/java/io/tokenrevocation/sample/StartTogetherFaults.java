package io.tokenrevocation.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@DisplayName("Three nodes that started at once on an empty database")
@ExtendWith(ClusterExtension.class)
@Order(2)
class StartTogetherFaults {

  @Test
  void haveMigratedItOnce(Cluster cluster) throws SQLException {
    var history = "select version || ' ' || success from revocation_schema_history";
    assertThat(cluster.database().column(history))
        .isNotEmpty()
        .doesNotHaveDuplicates()
        .allMatch(migration -> migration.endsWith(" true"));
    assertThat(cluster.nodes()).allMatch(node -> node.log().contains("REV0205"));
    assertThat(cluster.nodes()).noneMatch(node -> node.log().contains("users cannot be reached"));
  }

  @Test
  void acceptEachOthersTokens(Cluster cluster) {
    for (var signedIn : cluster.nodes()) {
      var token = signedIn.sample().signIn("alice").accessToken();
      for (var asked : cluster.nodes()) {
        var answer = asked.sample().get("api/me", "Authorization", "Bearer " + token);
        assertThat(answer.status()).as("of %s at %s", signedIn, asked).isEqualTo(200);
      }
    }
  }
}
