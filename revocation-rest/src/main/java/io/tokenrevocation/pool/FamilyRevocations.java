package io.tokenrevocation.pool;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import io.tokenrevocation.RevocationKey;
import io.tokenrevocation.feed.RevocationFeed;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * Writes down that families are revoked, in a transaction that holds their locks; and has this node
 * enforce it, once that is committed. Thread-safe.
 */
final class FamilyRevocations {

  /**
   * What is to be written.
   *
   * @param family locked
   * @param action what the audit trail says was done
   * @param note who does it, and why
   * @param from whose request it is
   */
  record Order(Family family, AuditAction action, Note note, Caller from) {}

  /**
   * What the log has.
   *
   * @param familyId whose
   * @param isNew false if it was there already
   */
  record Revoked(UUID familyId, RecordedRevocation recorded, boolean isNew) {

    Revoked again() {
      return new Revoked(familyId, recorded, false);
    }
  }

  private static final System.Logger LOG = System.getLogger(FamilyRevocations.class.getName());

  private final Revocations revocations;
  private final RevocationFeed feed;

  FamilyRevocations(Revocations revocations, RevocationFeed feed) {
    this.revocations = revocations;
    this.feed = feed;
  }

  /**
   * Makes sure that families of a pool can be revoked.
   *
   * @throws io.tokenrevocation.StoreUnavailableException if this node has not started the pool
   */
  void check(String poolId) {
    revocations.check(poolId);
  }

  /** Also what was recorded before: whoever did so may not have applied it yet. */
  void enforce(Revoked committed) {
    var revocation = committed.recorded().revocation();
    feed.apply(List.of(revocation), committed.recorded().revokedAt());
    if (committed.isNew()) {
      LOG.log(
          Level.INFO,
          Messages.FAMILY_REVOKED.text(committed.familyId(), revocation.key().issuer()));
    }
  }

  /** Revokes one. */
  Revoked revoke(SessionTransaction transaction, Order order) {
    return revoke(transaction, List.of(order)).get(0);
  }

  /**
   * Revokes many, at one time.
   *
   * @param orders each of another family
   * @return in the same order
   */
  List<Revoked> revoke(SessionTransaction transaction, List<Order> orders) {
    var live = orders.stream().filter(order -> order.family().revokedAt() == null).toList();
    var others = orders.stream().filter(order -> order.family().revokedAt() != null).toList();
    Map<UUID, Revoked> revoked = new HashMap<>();
    if (!live.isEmpty()) {
      write(transaction, live).forEach(one -> revoked.put(one.familyId(), one));
    }
    if (!others.isEmpty()) {
      again(transaction, others).forEach(one -> revoked.put(one.familyId(), one));
    }
    return orders.stream()
        .map(order -> Objects.requireNonNull(revoked.get(order.family().id())))
        .toList();
  }

  private List<Revoked> write(SessionTransaction transaction, List<Order> orders) {
    var now = transaction.now();
    var owners = orders.stream().map(order -> order.family().owner()).collect(toSet());
    var states = transaction.read(owners);
    for (var order : orders) {
      var family = order.family();
      var key = revocations.of(family).key();
      var act = AuditAct.of(order.action(), family.owner().poolId(), key, order.note());
      var ended = isLive(family, states.getOrDefault(family.owner(), SubjectState.NEW), now);
      transaction.record(act.ending(ended ? 1L : 0L), order.from());
    }
    transaction.revoke(orders.stream().map(order -> order.family().id()).toList(), now);
    return orders.stream().collect(groupingBy(Order::note)).entrySet().stream()
        .flatMap(entry -> append(transaction, entry.getValue(), entry.getKey()).stream())
        .toList();
  }

  private List<Revoked> append(SessionTransaction transaction, List<Order> orders, Note note) {
    var families = orders.stream().map(Order::family).toList();
    var recorded = transaction.append(families.stream().map(revocations::of).toList(), note);
    return IntStream.range(0, families.size())
        .mapToObj(i -> new Revoked(families.get(i).id(), recorded.get(i), true))
        .toList();
  }

  /** As they were recorded, unless the log has forgotten them. */
  private List<Revoked> again(SessionTransaction transaction, List<Order> orders) {
    var keys = orders.stream().map(order -> revocations.of(order.family()).key()).toList();
    var recorded =
        transaction.logged(keys).stream()
            .collect(toMap(row -> row.revocation().key(), row -> row, (first, later) -> first));
    return orders.stream().map(order -> again(order, recorded)).toList();
  }

  private Revoked again(Order order, Map<RevocationKey, RecordedRevocation> recorded) {
    var family = order.family();
    var revocation = revocations.of(family);
    var revokedAt = Objects.requireNonNull(family.revokedAt());
    var forgotten = new RecordedRevocation(revocation, revokedAt, order.note());
    return new Revoked(family.id(), recorded.getOrDefault(revocation.key(), forgotten), false);
  }

  /** What was signed out or has expired is taken out of use once more, but ends no session. */
  private static boolean isLive(Family family, SubjectState subject, Instant now) {
    var isOver =
        !family.refreshExpiresAt().isAfter(now) && !family.minted().latestExpiry().isAfter(now);
    return !isOver && !family.isRevoked(subject);
  }
}
