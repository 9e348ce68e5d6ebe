package io.tokenrevocation.rest.oauth;

import io.tokenrevocation.pool.AppClient;
import io.tokenrevocation.pool.AppClients;
import io.tokenrevocation.pool.Authority;
import io.tokenrevocation.pool.FamilyRevoker;
import io.tokenrevocation.pool.Refusal;
import io.tokenrevocation.rest.BoundedBody;
import io.tokenrevocation.rest.OwnApplication;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/**
 * The revocation endpoint, with Cognito's rules: it takes refresh tokens only.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7009#section-2">RFC 7009, 2: Token Revocation</a>
 * @see <a
 *     href="https://docs.aws.amazon.com/cognito/latest/developerguide/revocation-endpoint.html">The
 *     token revocation endpoint</a>
 */
@Path("revoke")
@RequestScoped
public class RevocationEndpoint {

  private static final int MAX_BODY = 64 * 1024;

  private Authority authority;
  private AppClients clients;
  private FamilyRevoker revoker;

  /** For the CDI proxy. */
  @SuppressWarnings("NullAway.Init")
  public RevocationEndpoint() {}

  /**
   * Made by CDI.
   *
   * @param authority must have started
   * @param clients authenticates the caller
   * @param revoker revokes
   */
  @Inject
  public RevocationEndpoint(Authority authority, AppClients clients, FamilyRevoker revoker) {
    this.authority = authority;
    this.clients = clients;
    this.revoker = revoker;
  }

  /**
   * Revokes a refresh token and all tokens that descend from the same sign-in.
   *
   * @param uri where this resource is reached
   * @param headers of the request
   * @param body {@code token}, and {@code client_id} of a public client
   * @return 200 without a body, also for a token that is unknown or already revoked
   * @throws IOException if the client went away
   */
  @POST
  public Response revoke(@Context UriInfo uri, @Context HttpHeaders headers, InputStream body)
      throws IOException {
    OwnApplication.require(OAuthApplication.class, uri);
    authority.requireStarted();
    var form = form(headers, body);
    var client = authenticated(headers, form);
    var token = form.get("token").orElseThrow(() -> OAuthError.invalidRequest("token is missing"));
    revoker.revoke(client, token).orElseThrow(RevocationEndpoint::error);
    return Response.ok()
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .header("Access-Control-Allow-Origin", "*")
        .build();
  }

  private AppClient authenticated(HttpHeaders headers, Form form) {
    var sent = headers.getRequestHeader(HttpHeaders.AUTHORIZATION);
    var credentials = ClientCredentials.of(sent == null ? List.of() : sent, form);
    return clients
        .find(credentials.clientId())
        .filter(client -> clients.authenticates(client, credentials.secret()))
        .orElseThrow(OAuthError::invalidClient);
  }

  private static Form form(HttpHeaders headers, InputStream body) throws IOException {
    if (!MediaType.APPLICATION_FORM_URLENCODED_TYPE.isCompatible(mediaType(headers))) {
      throw OAuthError.invalidRequest(
          "Content-Type must be " + MediaType.APPLICATION_FORM_URLENCODED);
    }
    return BoundedBody.read(body, MAX_BODY)
        .map(Form::parse)
        .orElseThrow(() -> OAuthError.invalidRequest("The body is too long"));
  }

  private static MediaType mediaType(HttpHeaders headers) {
    return Optional.ofNullable(headers.getMediaType())
        .orElse(MediaType.APPLICATION_OCTET_STREAM_TYPE);
  }

  private static OAuthError error(Refusal refusal) {
    return switch (refusal) {
      case NOT_A_REFRESH_TOKEN -> OAuthError.unsupportedTokenType();
      case REVOCATION_NOT_ENABLED ->
          OAuthError.invalidRequest("Token revocation is not enabled for this client");
      case OTHER_CLIENT -> OAuthError.invalidRequest("The token was issued to another client");
      default -> throw new IllegalStateException("revoking is not refused for " + refusal);
    };
  }
}
