package io.tokenrevocation.rest;

import io.tokenrevocation.StoreUnavailableException;
import io.tokenrevocation.pool.Messages;
import io.tokenrevocation.rest.sigv4.AccessRefusedException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.io.IOException;
import java.lang.System.Logger.Level;

/** Answers whatever goes wrong with a problem. Part of {@link RevocationApplication} only. */
public class ProblemMapper implements ExceptionMapper<Throwable> {

  private static final System.Logger LOG = System.getLogger(ProblemMapper.class.getName());

  /** Made by the JAX-RS runtime. */
  public ProblemMapper() {}

  @Override
  public Response toResponse(Throwable exception) {
    if (exception instanceof Problem problem) {
      return problem.toResponse();
    } else if (exception instanceof AccessRefusedException refused) {
      return of(refused).toResponse();
    } else if (exception instanceof StoreUnavailableException) {
      LOG.log(Level.DEBUG, "a request was answered with an error", exception);
      return Problem.unavailable().toResponse();
    } else if (exception instanceof WebApplicationException http) {
      return withAllow(http.getResponse());
    } else if (exception instanceof IOException) {
      return Problem.invalidBody("It ended too early.").toResponse();
    }
    LOG.log(Level.ERROR, Messages.UNEXPECTED.text(), exception);
    return Problem.serverError().toResponse();
  }

  private static Problem of(AccessRefusedException refused) {
    return refused.kind() == AccessRefusedException.Kind.NOT_ALLOWED
        ? Problem.forbidden(refused.text())
        : Problem.unauthenticated(refused.text());
  }

  /** A wrong method is told the right ones (RFC 9110, 15.5.6). */
  private static Response withAllow(Response refusal) {
    return Response.fromResponse(Problem.ofStatus(refusal.getStatus()).toResponse())
        .header(HttpHeaders.ALLOW, refusal.getHeaderString(HttpHeaders.ALLOW))
        .build();
  }
}
