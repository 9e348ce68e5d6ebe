package io.tokenrevocation.filter;

import io.tokenrevocation.Messages;
import io.tokenrevocation.feed.Applied;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Counts what the feed does, and tells the application what the filter does. An observer that fails
 * changes nothing.
 */
@ApplicationScoped
class Announcements {

  private static final System.Logger LOG = System.getLogger(Announcements.class.getName());

  private final Set<Class<?>> failed = ConcurrentHashMap.newKeySet();
  private final Histogram enforced = new Histogram(Duration.ofMillis(1), Duration.ofHours(1));
  private Event<TokenRefused> refused;
  private Event<RevocationApplied> applied;

  @SuppressWarnings("NullAway.Init") // for the CDI proxy
  Announcements() {}

  @Inject
  Announcements(Event<TokenRefused> refused, Event<RevocationApplied> applied) {
    this.refused = refused;
    this.applied = applied;
  }

  void refused(TokenRefused event) {
    fire(refused, event);
  }

  void applied(Applied news) {
    news.afterRevoked().ifPresent(time -> enforced.record(time.toNanos()));
    fire(applied, new RevocationApplied(news.revocation()));
  }

  /** How long after they were recorded revocations have been enforced here. */
  Histogram.Snapshot enforced() {
    return enforced.snapshot();
  }

  /** Whoever sends bad tokens could fill the log: of each kind of event, one failure is told. */
  private <T> void fire(Event<T> observers, T event) {
    try {
      observers.fire(event);
    } catch (RuntimeException | Error e) {
      if (failed.add(event.getClass())) {
        LOG.log(Level.ERROR, Messages.OBSERVER_FAILED.text(event.getClass().getSimpleName(), e), e);
      }
    }
  }
}
