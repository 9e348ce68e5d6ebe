package io.tokenrevocation.jpa;

import io.tokenrevocation.feed.NodeFigures;
import io.tokenrevocation.pool.LastPurge;
import io.tokenrevocation.pool.Node;
import io.tokenrevocation.pool.NodeStore;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The nodes in the database. */
final class JpaNodeStore implements NodeStore {

  private static final int MOST = 1_000;
  private static final Duration KEPT = Duration.ofDays(1);

  private final Transactions transactions;

  JpaNodeStore(Transactions transactions) {
    this.transactions = transactions;
  }

  @Override
  public void seen(UUID id, String name, NodeFigures figures) {
    transactions.commitBesideRequests(
        entities -> {
          var now = DatabaseClock.now(entities);
          var node = entities.find(NodeEntity.class, id);
          if (node == null) {
            node = new NodeEntity(id, name, now);
            node.update(figures, now);
            entities.persist(node);
          } else {
            node.update(figures, now);
          }
          return entities
              .createQuery("delete from NodeEntity where seenAt < :before")
              .setParameter("before", now.minus(KEPT))
              .executeUpdate();
        });
  }

  @Override
  public List<Node> nodes() {
    return transactions.commit(
        entities -> {
          var now = DatabaseClock.now(entities);
          return entities
              .createQuery("from NodeEntity order by name, startedAt, id", NodeEntity.class)
              .setMaxResults(MOST)
              .getResultStream()
              .map(node -> node.toNode(now))
              .toList();
        });
  }

  @Override
  public Optional<LastPurge> lastPurge() {
    return transactions.commit(
        entities ->
            entities
                .createQuery("from PurgeEntity", PurgeEntity.class)
                .getResultStream()
                .flatMap(purge -> purge.toPurge().stream())
                .findFirst());
  }
}
