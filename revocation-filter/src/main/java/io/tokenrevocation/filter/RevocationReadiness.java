package io.tokenrevocation.filter;

import io.tokenrevocation.feed.RevocationFeed;
import io.tokenrevocation.index.RevocationIndex;
import io.tokenrevocation.settings.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.List;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Tells the server whether this node can decide about tokens, by the settings of the application.
 *
 * <p>Found by MicroProfile Health, and by nobody else: where that is missing, this class cannot be
 * loaded, and CDI leaves it out.
 */
@Readiness
@ApplicationScoped
class RevocationReadiness implements HealthCheck {

  private Instance<Settings> settings;
  private Instance<RevocationFeed> feed;
  private Instance<RevocationIndex> index;

  @SuppressWarnings("NullAway.Init") // for the CDI proxy
  RevocationReadiness() {}

  @Inject
  RevocationReadiness(
      Instance<Settings> settings, Instance<RevocationFeed> feed, Instance<RevocationIndex> index) {
    this.settings = settings;
    this.feed = feed;
    this.index = index;
  }

  /** Ready when revocations are known, and no staler than requests are answered with. */
  @Override
  public HealthCheckResponse call() {
    var response = HealthCheckResponse.named("token-revocation");
    try {
      var staleness = feed.get().staleness();
      staleness.ifPresent(age -> response.withData("staleness-ms", age.toMillis()));
      response.withData("live-revocations", index.get().size());
      var policy = new FilterPolicy(settings.get(), List.of());
      return response.status(feed.get().isLoaded() && !policy.refusesAt(staleness)).build();
    } catch (RuntimeException notStarted) {
      return response.down().build(); // the log says why
    }
  }
}
