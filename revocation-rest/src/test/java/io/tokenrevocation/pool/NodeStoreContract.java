package io.tokenrevocation.pool;

import static org.assertj.core.api.Assertions.assertThat;

import io.tokenrevocation.feed.NodeFigures;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link NodeStore} keeps, and for how long. */
public abstract class NodeStoreContract {

  private static final NodeFigures FIGURES =
      new NodeFigures(
          true,
          Optional.of(Duration.ofMillis(250)),
          17,
          4_096,
          Optional.of(new NodeFigures.Enforced(Duration.ofMillis(3), Duration.ofMillis(40))));

  private final UUID id = UUID.randomUUID();

  /** Returns the store to test. */
  protected abstract NodeStore nodes();

  /** Returns what says what it has removed. */
  protected abstract RetentionStore retention();

  /** Does to the database what no authority does. */
  protected abstract void execute(String sql) throws SQLException;

  @BeforeEach
  void removeWhatOthersLeft() throws SQLException {
    nodes().nodes();
    execute("delete from revocation_node");
    execute("update revocation_purge set purged_at = null");
  }

  @Test
  void keepsWhatANodeLastSaid() {
    nodes().seen(id, "host", NodeFigures.NOT_STARTED);
    var first = nodes().nodes().get(0);
    assertThat(first.figures()).isEqualTo(NodeFigures.NOT_STARTED);
    nodes().seen(id, "host", FIGURES);
    assertThat(nodes().nodes()).hasSize(1);
    var second = nodes().nodes().get(0);
    assertThat(second.id()).isEqualTo(id);
    assertThat(second.name()).isEqualTo("host");
    assertThat(second.figures()).isEqualTo(FIGURES);
    assertThat(second.startedAt()).isEqualTo(first.startedAt());
    assertThat(second.seenAt()).isAfterOrEqualTo(first.seenAt());
  }

  @Test
  void forgetsWhoHasSaidNothingForADay() throws SQLException {
    nodes().seen(id, "gone", FIGURES);
    execute("update revocation_node set seen_at = seen_at - interval '25' hour");
    nodes().seen(UUID.randomUUID(), "here", FIGURES);
    assertThat(nodes().nodes()).extracting(Node::name).containsExactly("here");
  }

  @Test
  void keepsWhoHasSaidNothingForHours() throws SQLException {
    nodes().seen(id, "silent", FIGURES);
    execute("update revocation_node set seen_at = seen_at - interval '23' hour");
    nodes().seen(UUID.randomUUID(), "here", FIGURES);
    assertThat(nodes().nodes()).extracting(Node::name).containsExactly("here", "silent");
  }

  @Test
  void knowsWhatWasLastRemoved() {
    assertThat(nodes().lastPurge()).isEmpty();
    retention().removed(1, 2);
    retention().removed(3, 4);
    var purge = nodes().lastPurge().orElseThrow();
    assertThat(purge.revocations()).isEqualTo(3);
    assertThat(purge.families()).isEqualTo(4);
  }
}
