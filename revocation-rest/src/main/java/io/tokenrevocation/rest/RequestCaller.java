package io.tokenrevocation.rest;

import io.tokenrevocation.pool.Caller;
import io.tokenrevocation.pool.CurrentCaller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;

/** Asks the request that CDI knows of this thread. */
@ApplicationScoped
class RequestCaller implements CurrentCaller {

  private Instance<HttpServletRequest> request;

  @SuppressWarnings("NullAway.Init") // for the CDI proxy
  RequestCaller() {}

  @Inject
  RequestCaller(Instance<HttpServletRequest> request) {
    this.request = request;
  }

  /**
   * Outside of requests each server throws something else: TomEE a {@link NullPointerException}.
   * Whatever it is, nothing that is done is to fail for it.
   */
  @Override
  public Caller get() {
    try {
      var current = request.get();
      return new Caller(
          Objects.requireNonNullElse(current.getRemoteAddr(), ""),
          Objects.requireNonNullElse(current.getHeader("User-Agent"), ""));
    } catch (RuntimeException outsideOfRequests) {
      return Caller.NONE;
    }
  }
}
