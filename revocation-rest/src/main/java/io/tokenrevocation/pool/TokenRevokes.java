package io.tokenrevocation.pool;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import io.tokenrevocation.pool.FamilyRevocations.Order;
import io.tokenrevocation.pool.FamilyRevocations.Revoked;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/**
 * Revokes by refresh token: all that is asked for while a transaction is under way goes into the
 * next one, which costs little more than one token's. Thread-safe.
 */
final class TokenRevokes {

  private static final int BATCHES = 2;
  private static final int AT_ONCE = 64;
  private static final Duration PATIENCE = Duration.ofSeconds(1);

  /**
   * What is asked for.
   *
   * @param client who says that the token is its own
   * @param familyHash of the token
   * @param from whose request it is
   */
  record Asked(AppClient client, String familyHash, Caller from) {

    private boolean isOfThePool(Family family) {
      return family.owner().poolId().equals(client.poolId());
    }

    private boolean isOwner(Family family) {
      return isOfThePool(family) && family.clientId().equals(client.id());
    }

    private Order order(Family family) {
      return new Order(family, AuditAction.REVOKE, Note.by("client " + client.id()), from);
    }
  }

  private final SessionStore sessions;
  private final FamilyRevocations families;
  private final GroupCommit<Asked, Optional<Outcome<Optional<Revoked>>>> together;

  TokenRevokes(SessionStore sessions, FamilyRevocations families) {
    this.sessions = sessions;
    this.families = families;
    this.together =
        new GroupCommit<>(
            BATCHES, AT_ONCE, PATIENCE, batch -> revoke(batch, Locked.whatIsFree(batch)));
  }

  /**
   * Revokes. When it returns, the revocation is durable and this node enforces it.
   *
   * @return the family, or empty if the client's pool has no such token; refused if the token is
   *     another client's
   */
  Outcome<Optional<UUID>> revoke(Asked asked) {
    families.check(asked.client().poolId()); // else it would fail, and with it a batch
    var done = together.ask(asked).flatMap(answer -> answer).orElseGet(() -> alone(asked));
    if (done instanceof Outcome.Refused<Optional<Revoked>> refused) {
      return new Outcome.Refused<>(refused.refusal());
    }
    var revoked = ((Outcome.Done<Optional<Revoked>>) done).value();
    revoked.ifPresent(families::enforce);
    return new Outcome.Done<>(revoked.map(Revoked::familyId));
  }

  /** Waits for a lock that somebody else has, so that nobody waits along; or for a connection. */
  private Outcome<Optional<Revoked>> alone(Asked asked) {
    return revoke(List.of(asked), Locked.one(asked)).get(0).orElseThrow();
  }

  /** Answers in the same order; nothing of what is locked by others. */
  private List<Optional<Outcome<Optional<Revoked>>>> revoke(
      List<Asked> batch, Function<SessionTransaction, Locked> locks) {
    return sessions.inTransaction(
        transaction -> {
          var locked = locks.apply(transaction);
          var orders = orders(batch, locked);
          Map<UUID, Revoked> revoked = new HashMap<>();
          for (var one : families.revoke(transaction, orders)) {
            revoked.put(one.familyId(), one);
          }
          return batch.stream().map(asked -> locked.answer(asked, revoked)).toList();
        });
  }

  /** A family is revoked once, however often it is asked for. */
  private static List<Order> orders(List<Asked> batch, Locked locked) {
    Map<UUID, Order> orders = new LinkedHashMap<>();
    for (var asked : batch) {
      var family = locked.families().get(asked.familyHash());
      if (family != null && asked.isOwner(family)) {
        orders.putIfAbsent(family.id(), asked.order(family));
      }
    }
    return List.copyOf(orders.values());
  }

  /**
   * What a transaction has found.
   *
   * @param families by their hash
   * @param busy the hashes of those that others have locked
   */
  private record Locked(Map<String, Family> families, Set<String> busy) {

    static Function<SessionTransaction, Locked> whatIsFree(List<Asked> batch) {
      return transaction -> {
        var hashes = batch.stream().map(Asked::familyHash).collect(toSet());
        var free =
            transaction.lockFree(hashes).stream()
                .collect(toMap(family -> family.refreshTokens().familyHash(), family -> family));
        var others = new HashSet<>(hashes);
        others.removeAll(free.keySet());
        return new Locked(free, others.isEmpty() ? Set.of() : transaction.known(others));
      };
    }

    static Function<SessionTransaction, Locked> one(Asked asked) {
      return transaction ->
          transaction
              .lock(asked.familyHash())
              .map(family -> new Locked(Map.of(asked.familyHash(), family), Set.of()))
              .orElseGet(() -> new Locked(Map.of(), Set.of()));
    }

    /** What is revoked is news to the first who asks for it. */
    Optional<Outcome<Optional<Revoked>>> answer(Asked asked, Map<UUID, Revoked> revoked) {
      var family = families.get(asked.familyHash());
      if (family == null && busy.contains(asked.familyHash())) {
        return Optional.empty();
      }
      if (family == null || !asked.isOfThePool(family)) {
        return Optional.of(new Outcome.Done<>(Optional.empty()));
      }
      if (!asked.isOwner(family)) {
        return Optional.of(new Outcome.Refused<>(Refusal.OTHER_CLIENT));
      }
      var done = Objects.requireNonNull(revoked.get(family.id()));
      revoked.put(family.id(), done.again());
      return Optional.of(new Outcome.Done<>(Optional.of(done)));
    }
  }
}
