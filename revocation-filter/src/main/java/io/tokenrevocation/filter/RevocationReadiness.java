package io.tokenrevocation.filter;

import io.tokenrevocation.feed.NodeFiguresSource;
import jakarta.enterprise.context.ApplicationScoped;
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

  private NodeFiguresSource node;

  @SuppressWarnings("NullAway.Init") // for the CDI proxy
  RevocationReadiness() {}

  @Inject
  RevocationReadiness(NodeFiguresSource node) {
    this.node = node;
  }

  @Override
  public HealthCheckResponse call() {
    var figures = node.figures();
    var response =
        HealthCheckResponse.named("token-revocation")
            .withData("live-revocations", figures.liveRevocations());
    figures.staleness().ifPresent(age -> response.withData("staleness-ms", age.toMillis()));
    return response.status(figures.isReady()).build();
  }
}
