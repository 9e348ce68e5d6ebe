package io.tokenrevocation.filter;

import io.tokenrevocation.Messages;
import io.tokenrevocation.feed.RevocationFeed;
import io.tokenrevocation.settings.Settings;
import io.tokenrevocation.settings.SettingsReader;
import io.tokenrevocation.token.NimbusVersion;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.BeforeDestroyed;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContext;
import java.lang.System.Logger.Level;
import org.jspecify.annotations.Nullable;

/** Starts enforcing with the first filter, and stops when the application goes. */
@ApplicationScoped
class FilterLifecycle {

  private static final System.Logger LOG = System.getLogger(FilterLifecycle.class.getName());

  private final FeedSchedule schedule = new FeedSchedule();
  private volatile @Nullable Settings settings;
  private Instance<Enforcement> enforcement;
  private Instance<FilterPolicy> policy;
  private Instance<RevocationFeed> feed;

  @SuppressWarnings("NullAway.Init") // for the CDI proxy
  FilterLifecycle() {}

  @Inject
  FilterLifecycle(
      Instance<Enforcement> enforcement,
      Instance<FilterPolicy> policy,
      Instance<RevocationFeed> feed) {
    this.enforcement = enforcement;
    this.policy = policy;
    this.feed = feed;
  }

  /** Reads the settings, loads what is revoked, and goes on following it. */
  synchronized Enforcement start(ServletContext context) {
    // Also checked by the initializer, which an absolute ordering drops.
    LOG.log(Level.INFO, NimbusVersion.requireSupported());
    settings = SettingsReader.read(context);
    warnOfWhatWasOpened(policy.get());
    var started = enforcement.get();
    schedule.start(feed.get(), settings().get(FilterSettings.POLL_INTERVAL));
    return started;
  }

  /** The settings; nothing that needs them is made before they were read. */
  Settings settings() {
    var read = settings;
    if (read == null) {
      throw new IllegalStateException("the filter has not been started");
    }
    return read;
  }

  void stop(@Observes @BeforeDestroyed(ApplicationScoped.class) Object event) {
    schedule.stop();
  }

  private static void warnOfWhatWasOpened(FilterPolicy policy) {
    if (policy.allowsStale()) {
      LOG.log(Level.WARNING, Messages.STALE_ALLOWED.text());
    }
    if (policy.acceptsAnyAudience()) {
      LOG.log(Level.WARNING, Messages.ANY_AUDIENCE.text());
    }
  }
}
