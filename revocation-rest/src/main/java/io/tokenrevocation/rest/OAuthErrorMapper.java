package io.tokenrevocation.rest;

import io.tokenrevocation.StoreUnavailableException;
import io.tokenrevocation.pool.Messages;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
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
      LOG.log(Level.WARNING, Messages.STORE_UNAVAILABLE.text(exception.getMessage()), exception);
      return OAuthError.unavailable().toResponse();
    } else if (exception instanceof WebApplicationException http) {
      return OAuthError.ofStatus(http.getResponse().getStatus()).toResponse();
    }
    LOG.log(Level.ERROR, Messages.UNEXPECTED.text(), exception);
    return OAuthError.serverError().toResponse();
  }
}
