package io.tokenrevocation.mint;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The keys that a change may need. They are made before the transaction that locks the pool, for
 * making one may take seconds: what is due is looked up first, and again under the lock. A key that
 * another node has made meanwhile is not needed, and forgotten. For one thread.
 */
final class NewKeys implements SealedKeyStore.Change {

  private final String poolId;
  private final Planner planner;
  private final Maker maker;
  private final Map<SealedKey.Use, Function<Instant, SealedKey>> made =
      new EnumMap<>(SealedKey.Use.class);

  private Set<SealedKey.Use> missing = Set.of();

  NewKeys(String poolId, Planner planner, Maker maker) {
    this.poolId = poolId;
    this.planner = planner;
    this.maker = maker;
  }

  /** Says what is to become of the keys that are stored. */
  @FunctionalInterface
  interface Planner {
    KeyPlan plan(List<SealedKey> stored, Instant now);
  }

  /** Makes a key; from when it signs is said later. */
  @FunctionalInterface
  interface Maker {
    Function<Instant, SealedKey> make(String poolId, SealedKey.Use use);
  }

  /** Does what is due, and locks nothing where nothing is. */
  KeyChange changeIn(SealedKeyStore store, Optional<KeyAct> act) {
    var change = store.foresee(poolId, this);
    if (makeMissing() || !change.removed().isEmpty()) {
      do {
        change = store.change(poolId, this, act);
      } while (makeMissing());
    }
    return change;
  }

  /** As long as a key is missing, everything stays as it is. */
  @Override
  public List<SealedKey> apply(List<SealedKey> stored, Instant now) {
    var plan = planner.plan(stored, now);
    missing =
        plan.starts().keySet().stream()
            .filter(use -> !made.containsKey(use))
            .collect(Collectors.toSet());
    return missing.isEmpty() ? plan.keys(this::startingAt) : stored;
  }

  private SealedKey startingAt(SealedKey.Use use, Instant start) {
    return Objects.requireNonNull(made.get(use)).apply(start);
  }

  /** At most once for each use. */
  private boolean makeMissing() {
    missing.forEach(use -> made.put(use, maker.make(poolId, use)));
    return !missing.isEmpty();
  }
}
