package io.tokenrevocation.rest.cognito;

import io.tokenrevocation.pool.Authority;
import io.tokenrevocation.rest.BoundedBody;
import io.tokenrevocation.rest.ContentType;
import io.tokenrevocation.rest.OwnApplication;
import io.tokenrevocation.rest.sigv4.RawRequest;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.OPTIONS;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Cognito's JSON API: one address, the operation in a header.
 *
 * <p>Public operations ignore an {@code Authorization} header, as Cognito does, a good signature
 * too: some clients sign them. Operations for administrators must be signed.
 */
@Path("")
@RequestScoped
public class CognitoResource {

  private static final String TARGET_PREFIX = "AWSCognitoIdentityProviderService.";
  private static final int MAX_BODY = 256 * 1024;

  private Authority authority;
  private Instance<Operation> operations;
  private AdminCalls adminCalls;

  /** For the CDI proxy. */
  @SuppressWarnings("NullAway.Init")
  public CognitoResource() {}

  /**
   * Made by CDI.
   *
   * @param authority must have started
   * @param operations all there are
   * @param adminCalls calls those for administrators
   */
  @Inject
  CognitoResource(Authority authority, @Any Instance<Operation> operations, AdminCalls adminCalls) {
    this.authority = authority;
    this.operations = operations;
    this.adminCalls = adminCalls;
  }

  /**
   * Calls an operation.
   *
   * @param target the operation, behind the service's prefix
   * @param headers of the request
   * @param request as it came, for those operations that must be signed
   * @param body a JSON object
   * @return the operation's answer
   * @throws IOException if the client went away
   */
  @POST
  public Response call(
      @HeaderParam("X-Amz-Target") @DefaultValue("") String target,
      @Context HttpHeaders headers,
      @Context HttpServletRequest request,
      InputStream body)
      throws IOException {
    OwnApplication.COGNITO.require(request);
    if (target.isEmpty()) {
      throw new NotFoundException();
    }
    authority.requireStarted();
    var operation = operation(target);
    refuseOtherContent(headers);
    var bytes =
        BoundedBody.bytes(body, MAX_BODY)
            .orElseThrow(() -> CognitoError.serialization("The request body is too long"));
    return Envelope.success(call(operation, request, bytes));
  }

  private @Nullable JsonObject call(Operation operation, HttpServletRequest request, byte[] body) {
    return operation instanceof AdminOperation signed
        ? adminCalls.call(signed, RawRequest.of(request, body), body)
        : operation.call(Input.parse(new String(body, StandardCharsets.UTF_8)));
  }

  /**
   * Answers a browser that asks whether it may call.
   *
   * @param request that has come here
   * @param requestedHeaders what the browser would send
   * @return 200
   */
  @OPTIONS
  public Response preflight(
      @Context HttpServletRequest request,
      @HeaderParam("Access-Control-Request-Headers") @DefaultValue("") String requestedHeaders) {
    OwnApplication.COGNITO.require(request);
    return Envelope.preflight(requestedHeaders);
  }

  private Operation operation(String target) {
    return operations.stream()
        .filter(operation -> target.equals(TARGET_PREFIX + operation.name()))
        .findFirst()
        .orElseThrow(() -> CognitoError.of("UnknownOperationException", "Unknown operation."));
  }

  private static void refuseOtherContent(HttpHeaders headers) {
    if (!ContentType.is(Envelope.CONTENT_TYPE, headers)) {
      throw CognitoError.serialization("Content-Type must be " + Envelope.CONTENT_TYPE);
    }
  }
}
