package io.tokenrevocation.rest.oauth;

import io.tokenrevocation.StoreUnavailableException;
import io.tokenrevocation.pool.Messages;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.io.IOException;
import java.lang.System.Logger.Level;

/** Answers whatever goes wrong in RFC 6749's form. Part of {@link OAuthApplication} only. */
public class OAuthErrorMapper implements ExceptionMapper<Throwable> {

  private static final System.Logger LOG = System.getLogger(OAuthErrorMapper.class.getName());

  /** Made by the JAX-RS runtime. */
  public OAuthErrorMapper() {}

  @Override
  public Response toResponse(Throwable exception) {
    if (exception instanceof OAuthError error) {
      return error.toResponse();
    } else if (exception instanceof StoreUnavailableException) {
      LOG.log(Level.DEBUG, "a request was answered with an error", exception);
      return OAuthError.unavailable().toResponse();
    } else if (exception instanceof WebApplicationException http) {
      return withAllow(http.getResponse());
    } else if (exception instanceof IOException) {
      return OAuthError.invalidRequest("The body ended too early").toResponse();
    }
    LOG.log(Level.ERROR, Messages.UNEXPECTED.text(), exception);
    return OAuthError.serverError().toResponse();
  }

  /** A wrong method is told the right ones (RFC 9110, 15.5.6). */
  private static Response withAllow(Response refusal) {
    return Response.fromResponse(OAuthError.ofStatus(refusal.getStatus()).toResponse())
        .header(HttpHeaders.ALLOW, refusal.getHeaderString(HttpHeaders.ALLOW))
        .build();
  }
}
