package io.tokenrevocation.mint;

import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/**
 * What is to become of the keys of a pool.
 *
 * @param kept those that stay
 * @param starts from when a new key is to sign, of each use that needs one
 */
record KeyPlan(List<SealedKey> kept, Map<SealedKey.Use, Instant> starts) {

  static final KeyPlan NOTHING = new KeyPlan(List.of(), Map.of());

  private static final Comparator<SealedKey> IN_ORDER =
      Comparator.comparing(SealedKey::use).thenComparing(SealedKey::signsFrom);

  /** Takes unmodifiable copies. */
  KeyPlan {
    kept = List.copyOf(kept);
    starts = Map.copyOf(starts);
  }

  /** Of one use. */
  static KeyPlan of(List<SealedKey> kept, SealedKey.Use use, Optional<Instant> start) {
    return new KeyPlan(kept, start.map(from -> Map.of(use, from)).orElse(Map.of()));
  }

  /** Adds the plan of another use. */
  KeyPlan and(KeyPlan other) {
    var all = new EnumMap<SealedKey.Use, Instant>(SealedKey.Use.class);
    all.putAll(starts);
    all.putAll(other.starts);
    return new KeyPlan(Stream.concat(kept.stream(), other.kept.stream()).toList(), all);
  }

  /** The keys there are to be, of each use in the order in which they sign. */
  List<SealedKey> keys(BiFunction<SealedKey.Use, Instant, SealedKey> made) {
    return Stream.concat(
            kept.stream(),
            starts.entrySet().stream().map(start -> made.apply(start.getKey(), start.getValue())))
        .sorted(IN_ORDER)
        .toList();
  }
}
