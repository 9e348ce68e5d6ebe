package io.tokenrevocation.mint;

import io.tokenrevocation.Revocation;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The life of signing keys: a key is published, signs some time later, is relieved by the next one,
 * and goes when its last token has expired.
 *
 * <p>It all follows from when each key of a use signs from.
 *
 * @param every how long a key signs before the next one does; empty if no key is relieved by itself
 * @param lead how long a key is published before it signs
 */
public record KeySchedule(Optional<Duration> every, Duration lead) {

  /** No client's access or ID tokens live longer. */
  static final Duration LONGEST_TOKEN_LIFE = Duration.ofHours(24);

  /** Of a pool; only removing keys at once makes new ones where there are so many. */
  static final int MOST_KEYS = 20;

  private static final Comparator<SealedKey> IN_ORDER = Comparator.comparing(SealedKey::signsFrom);

  /** Makes a key. */
  @FunctionalInterface
  interface Maker {
    SealedKey make(SealedKey.Use use, Instant signsFrom);
  }

  /** What one use's keys are to be. */
  private interface Step {
    List<SealedKey> apply(SealedKey.Use use, List<SealedKey> keys);
  }

  /**
   * Returns until when a key is published.
   *
   * @param key one of them
   * @param all the keys of its pool
   * @return empty as long as no other key is to relieve it
   */
  public static Optional<Instant> publishedUntil(SealedKey key, Collection<SealedKey> all) {
    return all.stream()
        .filter(other -> other.use() == key.use() && other.signsFrom().isAfter(key.signsFrom()))
        .min(IN_ORDER)
        .map(next -> next.signsFrom().plus(LONGEST_TOKEN_LIFE).plus(Revocation.GREATEST_LEEWAY));
  }

  /** Makes the first keys and those whose time has come, and leaves out those whose is over. */
  List<SealedKey> due(List<SealedKey> stored, Instant now, Maker maker) {
    return eachUse(
        stored,
        (use, keys) ->
            plus(
                keys.stream().filter(isLive(keys, now)).toList(),
                startOfNext(keys, now).map(from -> maker.make(use, from))));
  }

  /** Makes the next keys, unless they are there already or there are too many. */
  List<SealedKey> rotated(List<SealedKey> stored, Instant now, Maker maker) {
    if (stored.size() >= MOST_KEYS) {
      return stored;
    }
    return eachUse(
        stored,
        (use, keys) ->
            isNextThere(keys, now)
                ? keys
                : plus(keys, Optional.of(maker.make(use, seconds(now.plus(lead))))));
  }

  /** Leaves keys out, and makes one that signs at once for any of them that signs now. */
  static List<SealedKey> without(
      Set<String> keyIds, List<SealedKey> stored, Instant now, Maker maker) {
    return eachUse(
        stored,
        (use, keys) ->
            plus(
                keys.stream().filter(key -> !keyIds.contains(key.keyId())).toList(),
                signing(keys, now)
                    .filter(key -> keyIds.contains(key.keyId()))
                    .map(key -> maker.make(use, seconds(now)))));
  }

  private Optional<Instant> startOfNext(List<SealedKey> keys, Instant now) {
    if (keys.isEmpty()) {
      return Optional.of(seconds(now));
    }
    var earliest = seconds(now.plus(lead));
    return every
        .map(keys.get(keys.size() - 1).signsFrom()::plus)
        .filter(due -> !due.isAfter(earliest))
        .map(due -> earliest);
  }

  private static boolean isNextThere(List<SealedKey> keys, Instant now) {
    return keys.stream().anyMatch(key -> key.signsFrom().isAfter(now));
  }

  /** The first, if none has begun by then. */
  private static Optional<SealedKey> signing(List<SealedKey> keys, Instant now) {
    return keys.stream()
        .filter(key -> !key.signsFrom().isAfter(now))
        .reduce((earlier, later) -> later)
        .or(() -> keys.stream().findFirst());
  }

  private static Predicate<SealedKey> isLive(List<SealedKey> keys, Instant now) {
    return key -> publishedUntil(key, keys).map(now::isBefore).orElse(true);
  }

  private static List<SealedKey> eachUse(List<SealedKey> stored, Step step) {
    return Arrays.stream(SealedKey.Use.values())
        .flatMap(
            use ->
                step
                    .apply(
                        use,
                        stored.stream().filter(key -> key.use() == use).sorted(IN_ORDER).toList())
                    .stream())
        .toList();
  }

  private static List<SealedKey> plus(List<SealedKey> keys, Optional<SealedKey> made) {
    return Stream.concat(keys.stream(), made.stream()).sorted(IN_ORDER).toList();
  }

  /** The resolution of {@code iat}: a key that signs from now on signs what is issued now. */
  private static Instant seconds(Instant instant) {
    return instant.truncatedTo(ChronoUnit.SECONDS);
  }
}
