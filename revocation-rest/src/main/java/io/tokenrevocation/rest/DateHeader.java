package io.tokenrevocation.rest;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.InstantSource;
import java.util.Date;

/**
 * Says when an answer was made: from it, an AWS SDK whose clock is off learns the right time to
 * sign for. Not every server says so by itself.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#section-6.6.1">RFC 9110, 6.6.1: Date</a>
 */
public final class DateHeader implements ContainerResponseFilter {

  private final InstantSource clock;

  /** Made by the JAX-RS runtime. */
  public DateHeader() {
    this(InstantSource.system());
  }

  DateHeader(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    response.getHeaders().putSingle(HttpHeaders.DATE, Date.from(clock.instant()));
  }
}
