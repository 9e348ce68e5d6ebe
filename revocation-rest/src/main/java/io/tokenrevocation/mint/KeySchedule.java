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

  /** What is to become of one use's keys. */
  private interface Step {
    KeyPlan apply(List<SealedKey> keys, SealedKey.Use use);
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

  /** The first keys and those whose time has come, without those whose is over. */
  KeyPlan due(List<SealedKey> stored, Instant now) {
    return eachUse(
        stored,
        (keys, use) ->
            KeyPlan.of(
                keys.stream().filter(isLive(keys, now)).toList(), use, startOfNext(keys, now)));
  }

  /** With the next keys, unless they are there already or there are too many. */
  KeyPlan rotated(List<SealedKey> stored, Instant now) {
    var next = Optional.of(seconds(now.plus(lead))).filter(from -> stored.size() < MOST_KEYS);
    return eachUse(
        stored, (keys, use) -> KeyPlan.of(keys, use, next.filter(from -> !isNextThere(keys, now))));
  }

  /** Without some keys, and with one that signs at once for any of them that signs now. */
  static KeyPlan without(Set<String> keyIds, List<SealedKey> stored, Instant now) {
    return eachUse(
        stored,
        (keys, use) ->
            KeyPlan.of(
                keys.stream().filter(key -> !keyIds.contains(key.keyId())).toList(),
                use,
                signing(keys, now)
                    .filter(key -> keyIds.contains(key.keyId()))
                    .map(key -> seconds(now))));
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

  private static KeyPlan eachUse(List<SealedKey> stored, Step step) {
    return Arrays.stream(SealedKey.Use.values())
        .map(use -> step.apply(ofUse(use, stored), use))
        .reduce(KeyPlan.NOTHING, KeyPlan::and);
  }

  private static List<SealedKey> ofUse(SealedKey.Use use, List<SealedKey> stored) {
    return stored.stream().filter(key -> key.use() == use).sorted(IN_ORDER).toList();
  }

  /** The resolution of {@code iat}: a key that signs from now on signs what is issued now. */
  private static Instant seconds(Instant instant) {
    return instant.truncatedTo(ChronoUnit.SECONDS);
  }
}
