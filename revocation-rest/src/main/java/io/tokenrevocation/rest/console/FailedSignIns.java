package io.tokenrevocation.rest.console;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import io.tokenrevocation.pool.Messages;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Bounds how often passwords can be tried, on this node: of one user from one address, of one user,
 * and from one address. An attempt counts until it succeeds. Thread-safe.
 */
@ApplicationScoped
class FailedSignIns {

  /** How long somebody who has tried too often has to wait at most. */
  static final Duration WINDOW = Duration.ofMinutes(5);

  static final int MOST_OF_BOTH = 5;
  static final int MOST_OF_EACH = 50;

  private static final System.Logger LOG = System.getLogger(FailedSignIns.class.getName());
  private static final int MOST_KEPT = 30_000;

  private final Cache<String, AtomicInteger> counts;

  @Inject
  FailedSignIns() {
    this(Ticker.systemTicker());
  }

  FailedSignIns(Ticker ticker) {
    this.counts =
        Caffeine.newBuilder()
            .expireAfterWrite(WINDOW)
            .maximumSize(MOST_KEPT)
            .ticker(ticker)
            .build();
  }

  /**
   * Counts an attempt.
   *
   * @return false if the password must not be looked at
   */
  boolean admits(String username, String address) {
    var admitted = true;
    for (var key : keys(username, address)) {
      var tried = counter(key.name()).incrementAndGet();
      if (tried == key.most() + 1) {
        LOG.log(Level.WARNING, Messages.CONSOLE_SIGN_INS_REFUSED.text(address, WINDOW));
      }
      admitted &= tried <= key.most();
    }
    return admitted;
  }

  /** The password was right. */
  void forget(String username, String address) {
    keys(username, address).forEach(key -> counter(key.name()).decrementAndGet());
    counts.invalidate(both(username, address));
  }

  private AtomicInteger counter(String key) {
    return counts.get(key, none -> new AtomicInteger());
  }

  private static List<Key> keys(String username, String address) {
    return List.of(
        new Key(both(username, address), MOST_OF_BOTH),
        new Key("user " + lower(username), MOST_OF_EACH),
        new Key("address " + address, MOST_OF_EACH));
  }

  private static String both(String username, String address) {
    return "user " + lower(username) + " address " + address;
  }

  private static String lower(String username) {
    return username.toLowerCase(Locale.ROOT);
  }

  private record Key(String name, int most) {}
}
