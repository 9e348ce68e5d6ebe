package io.tokenrevocation.jpa;

import io.tokenrevocation.feed.NodeFigures;
import io.tokenrevocation.pool.Node;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a node says of itself. */
@Entity
@Table(name = "revocation_node")
class NodeEntity {

  @Id UUID id;
  String name;
  Instant startedAt;
  Instant seenAt;
  boolean ready;
  @Nullable Long stalenessMillis;
  long liveRevocations;
  long indexBytes;

  @Column(name = "enforced_p50_millis")
  @Nullable Long enforcedP50Millis;

  @Column(name = "enforced_p99_millis")
  @Nullable Long enforcedP99Millis;

  @SuppressWarnings("NullAway.Init") // for Hibernate
  NodeEntity() {}

  @SuppressWarnings("NullAway.Init") // update sets the rest
  NodeEntity(UUID id, String name, Instant startedAt) {
    this.id = id;
    this.name = name;
    this.startedAt = startedAt;
  }

  final void update(NodeFigures figures, Instant at) {
    this.seenAt = at;
    this.ready = figures.isReady();
    this.stalenessMillis = figures.staleness().map(Duration::toMillis).orElse(null);
    this.liveRevocations = figures.liveRevocations();
    this.indexBytes = figures.indexBytes();
    var enforced = figures.enforced();
    this.enforcedP50Millis = enforced.map(times -> times.p50().toMillis()).orElse(null);
    this.enforcedP99Millis = enforced.map(times -> times.p99().toMillis()).orElse(null);
  }

  /** As it is now, by the database's clock. */
  Node toNode(Instant now) {
    var figures =
        new NodeFigures(
            ready,
            Optional.ofNullable(stalenessMillis).map(Duration::ofMillis),
            Math.toIntExact(liveRevocations),
            indexBytes,
            enforced());
    var silent = seenAt.isBefore(now) ? Duration.between(seenAt, now) : Duration.ZERO;
    return new Node(id, name, startedAt, seenAt, silent, figures);
  }

  private Optional<NodeFigures.Enforced> enforced() {
    return enforcedP50Millis == null || enforcedP99Millis == null
        ? Optional.empty()
        : Optional.of(
            new NodeFigures.Enforced(
                Duration.ofMillis(enforcedP50Millis), Duration.ofMillis(enforcedP99Millis)));
  }
}
