package io.tokenrevocation.filter;

import io.tokenrevocation.feed.RevocationFeed;
import io.tokenrevocation.index.RevocationIndex;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Tells the server whether this node can decide about tokens, by the settings of its filters.
 *
 * <p>Found by MicroProfile Health, and by nobody else: where that is missing, this class cannot be
 * loaded, and CDI leaves it out.
 */
@Readiness
@ApplicationScoped
class RevocationReadiness implements HealthCheck {

  private FilterLifecycle lifecycle;
  private Instance<RevocationFeed> feed;
  private Instance<RevocationIndex> index;

  @SuppressWarnings("NullAway.Init") // for the CDI proxy
  RevocationReadiness() {}

  @Inject
  RevocationReadiness(
      FilterLifecycle lifecycle, Instance<RevocationFeed> feed, Instance<RevocationIndex> index) {
    this.lifecycle = lifecycle;
    this.feed = feed;
    this.index = index;
  }

  /** Ready when no filter refuses for want of knowledge, or because it is too old. */
  @Override
  public HealthCheckResponse call() {
    var response = HealthCheckResponse.named("token-revocation");
    if (lifecycle.isStarted()) { // there is nothing to ask before
      response.withData("live-revocations", index.get().size());
      feed.get().staleness().ifPresent(age -> response.withData("staleness-ms", age.toMillis()));
    }
    return response.status(lifecycle.isReady()).build();
  }
}
