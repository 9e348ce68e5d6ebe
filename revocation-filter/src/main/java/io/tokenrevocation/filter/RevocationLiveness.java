package io.tokenrevocation.filter;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/**
 * Tells the server whether this node is stuck, so that only a restart can help. A source that is
 * down is no reason for one.
 *
 * <p>Found as {@link RevocationReadiness} is.
 */
@Liveness
@ApplicationScoped
class RevocationLiveness implements HealthCheck {

  private FilterLifecycle lifecycle;

  @SuppressWarnings("NullAway.Init") // for the CDI proxy
  RevocationLiveness() {}

  @Inject
  RevocationLiveness(FilterLifecycle lifecycle) {
    this.lifecycle = lifecycle;
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("token-revocation").status(!lifecycle.isStuck()).build();
  }
}
