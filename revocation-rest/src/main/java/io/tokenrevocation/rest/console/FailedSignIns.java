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
 * Bounds how often passwords can be tried, on this node: from one network, of one user from one
 * network, and of one user. An attempt counts until it succeeds, but one that is over a bound does
 * not count for what comes after it: whoever keeps trying locks nobody out elsewhere. Thread-safe.
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
    for (var key : keys(username, address)) {
      var tried = counts.get(key.name(), none -> new AtomicInteger()).incrementAndGet();
      if (tried == key.most() + 1) {
        LOG.log(Level.WARNING, Messages.CONSOLE_SIGN_INS_REFUSED.text(address, WINDOW));
      }
      if (tried > key.most()) {
        return false;
      }
    }
    return true;
  }

  /** The password was right. */
  void forget(String username, String address) {
    for (var key : keys(username, address)) {
      var counter = counts.getIfPresent(key.name());
      if (counter != null) {
        counter.decrementAndGet();
      }
    }
    counts.invalidate(both(username, address));
  }

  private static List<Key> keys(String username, String address) {
    return List.of(
        new Key("address " + Network.of(address), MOST_OF_EACH),
        new Key(both(username, address), MOST_OF_BOTH),
        new Key("user " + plain(username), MOST_OF_EACH));
  }

  private static String both(String username, String address) {
    return "address " + Network.of(address) + " user " + plain(username);
  }

  /** What directories may take for the same user. */
  private static String plain(String username) {
    return username.strip().toLowerCase(Locale.ROOT);
  }

  private record Key(String name, int most) {}
}
