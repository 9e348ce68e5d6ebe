package io.tokenrevocation.token;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.RemovalCause;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Remembered tokens, bounded by weight. Thread-safe.
 *
 * <p>A cache decides which are kept. An array leads to most of them straight away: each step from
 * object to object is a wait for memory, and the cache needs four. Nothing is in the array that is
 * not in the cache. The cache is told once in ten seconds that a token is in use, as often as it
 * need know.
 */
final class TokenMemory<T> {

  /** One place for so many bytes of weight, a fraction of what a token takes: few share one. */
  private static final int BYTES_A_PLACE = 1024;

  private static final int MOST_PLACES = 1 << 22;

  private final Cache<Credentials, Remembered<T>> all;
  private final AtomicReferenceArray<@Nullable Remembered<T>> places;
  private final int mask;
  private final Predicate<T> readAhead;

  TokenMemory(long maxBytes, Predicate<T> readAhead) {
    this.readAhead = readAhead;
    var wanted = (int) Math.min(maxBytes / BYTES_A_PLACE, MOST_PLACES);
    var size = Integer.highestOneBit(Math.max(1, wanted));
    this.mask = size - 1;
    this.places = new AtomicReferenceArray<>(size);
    this.all =
        Caffeine.newBuilder()
            .maximumWeight(maxBytes)
            .weigher((Credentials key, Remembered<T> token) -> token.bytes())
            .executor(Runnable::run)
            .removalListener(
                (@Nullable Credentials key, @Nullable Remembered<T> token, RemovalCause why) ->
                    vacate(token))
            .build();
  }

  /** Returns what is remembered of credentials, character by character the same. */
  @Nullable Remembered<T> find(String credentials, long now) {
    var hash = Credentials.hash(credentials);
    var found = places.getAcquire(hash & mask);
    if (found == null || !isOf(credentials, hash, found)) {
      found = all.policy().getIfPresentQuietly(new Credentials(credentials, hash));
      if (found == null) {
        return null;
      }
      place(found);
    }
    if (found.isNoticed(now)) {
      var unused = all.getIfPresent(found); // for the order in which they are forgotten
    }
    return found;
  }

  /** The processor goes on reading what was asked for first while it waits for the text. */
  private boolean isOf(String credentials, int hash, Remembered<T> token) {
    return token.hashCode() == hash
        && readAhead.test(token.prepared())
        && token.isOf(credentials, hash);
  }

  /** Remembers a token, unless another thread was faster with the same. */
  void add(Remembered<T> token) {
    var before = all.asMap().putIfAbsent(token, token); // not put: the key would stay, and its text
    place(before == null ? token : before);
  }

  /** What the remembered tokens count for. */
  long bytes() {
    return all.policy().eviction().orElseThrow().weightedSize().orElseThrow();
  }

  void remove(Remembered<T> token) {
    all.asMap().remove(token, token);
  }

  void removeIf(Predicate<Remembered<T>> condition) {
    all.asMap().values().removeIf(condition);
  }

  /** Whatever removes it meanwhile from the cache either is seen here, or vacates the place. */
  @SuppressWarnings("ReferenceEquality") // another with the same text has a weight of its own
  private void place(Remembered<T> token) {
    places.set(token.hashCode() & mask, token);
    if (all.policy().getIfPresentQuietly(token) != token) {
      vacate(token);
    }
  }

  private void vacate(@Nullable Remembered<T> token) {
    if (token != null) {
      places.compareAndSet(token.hashCode() & mask, token, null);
    }
  }
}
