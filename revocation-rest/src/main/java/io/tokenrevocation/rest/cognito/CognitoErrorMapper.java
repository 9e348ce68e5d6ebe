package io.tokenrevocation.rest.cognito;

import io.tokenrevocation.StoreUnavailableException;
import io.tokenrevocation.pool.Messages;
import io.tokenrevocation.rest.sigv4.AccessRefusedException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.io.IOException;
import java.lang.System.Logger.Level;
import org.jspecify.annotations.Nullable;

/**
 * Answers whatever goes wrong in Cognito's envelope, or of app clients as a resource with a
 * problem. Part of {@link CognitoApplication} only.
 */
public class CognitoErrorMapper implements ExceptionMapper<Throwable> {

  private static final System.Logger LOG = System.getLogger(CognitoErrorMapper.class.getName());

  @Context private @Nullable UriInfo request;

  /** Made by the JAX-RS runtime. */
  public CognitoErrorMapper() {}

  @Override
  public Response toResponse(Throwable exception) {
    return request != null && AppClientErrors.areAt(request.getPath())
        ? AppClientErrors.of(exception)
        : inTheEnvelope(exception);
  }

  private static Response inTheEnvelope(Throwable exception) {
    if (exception instanceof CognitoError error) {
      return Envelope.error(error);
    } else if (exception instanceof AccessRefusedException refused) {
      LOG.log(Level.DEBUG, () -> "refused a call: " + refused.kind());
      return Envelope.error(CognitoError.of(refused));
    } else if (exception instanceof WebApplicationException) {
      return Envelope.notUnderstood();
    } else if (exception instanceof IOException) {
      return Envelope.error(CognitoError.serialization("The request body ended too early"));
    } else if (exception instanceof StoreUnavailableException) {
      LOG.log(Level.DEBUG, "a request was answered with an error", exception);
    } else {
      LOG.log(Level.ERROR, Messages.UNEXPECTED.text(), exception);
    }
    return Envelope.error(CognitoError.internal());
  }
}
