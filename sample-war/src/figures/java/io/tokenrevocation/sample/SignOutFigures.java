package io.tokenrevocation.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Beside what the sign-out does itself, the node only reads what it was told of. */
@DisplayName("Signing a user with many sessions out everywhere, against one with one")
@ExtendWith(FiguresExtension.class)
@Order(3)
class SignOutFigures {

  private static final int SESSIONS = 20_000;
  private static final int ROUNDS = 7;
  private static final String MANY = "alice";
  private static final String ONE = "bob";

  /** They count as if they had signed in after the last sign-out. */
  private static final String SIGN_IN_AGAIN =
      """
      update revocation_family set sign_out_epoch = owner.sign_out_epoch
      from revocation_subject as owner
      where owner.pool_id = revocation_family.pool_id
        and owner.subject = revocation_family.subject and username = 'alice'
      """;

  @Test
  void everywhere(FigureTable table, LoneAuthority authority) throws Exception {
    var node =
        authority.start("-Drevocation.poll-interval=PT1M", "-Drevocation.max-staleness=PT10M");
    Statements.enable(authority.database());
    var sessions =
        authority.seed().write(authority.database(), SESSIONS, Duration.ofHours(1), MANY);
    var many = new ArrayList<Act>();
    var one = new ArrayList<Act>();
    for (var round = 0; round <= ROUNDS; round++) { // the first one warms up
      if (round > 0) {
        assertThat(authority.database().execute(SIGN_IN_AGAIN)).isGreaterThanOrEqualTo(SESSIONS);
      }
      assertThat(SeededSession.refresh(node, sessions.get(round)).status()).isEqualTo(200);
      many.add(signOut(authority, node, MANY));
      one.add(signOut(authority, node, ONE));
    }
    assertThat(Clients.those(sessions.subList(0, 100), token -> isLive(node, token))).isEmpty();
    var ofMany = Act.median(many.subList(1, many.size()));
    var ofOne = Act.median(one.subList(1, one.size()));
    table.add(
        "signing out a user with 20,000 sessions, against one",
        "at most 3 times",
        "%.1f times: %.1f ms against %.1f; %d statements against %d; %d rows written against %d",
        (double) ofMany.nanos / ofOne.nanos,
        ofMany.nanos / 1e6,
        ofOne.nanos / 1e6,
        ofMany.statements.calls(),
        ofOne.statements.calls(),
        ofMany.statements.written(),
        ofOne.statements.written());
  }

  private static boolean isLive(Node node, String refreshToken) {
    return SeededSession.refresh(node, refreshToken).status() == 200;
  }

  /** By a sign-in of an earlier second: what was minted in the very second is revoked by itself. */
  private static Act signOut(LoneAuthority authority, Node node, String username)
      throws SQLException, InterruptedException {
    var database = authority.database();
    var token = authority.seed().write(database, 1, Duration.ofMinutes(1), username).get(0);
    var session = SeededSession.refreshed(node, token);
    TimeUnit.MILLISECONDS.sleep(1_500);
    Statements.reset(database);
    var start = System.nanoTime();
    assertThat(session.signOutEverywhere(node).status()).isEqualTo(200);
    var nanos = System.nanoTime() - start;
    TimeUnit.MILLISECONDS.sleep(500); // for who is told of it
    return new Act(nanos, Statements.read(database));
  }

  private record Act(long nanos, Statements statements) {

    /** The one of median duration. */
    static Act median(List<Act> acts) {
      return acts.stream()
          .sorted((one, other) -> Long.compare(one.nanos, other.nanos))
          .toList()
          .get(acts.size() / 2);
    }
  }
}
