package io.tokenrevocation.rest.oauth;

import io.tokenrevocation.pool.Authority;
import io.tokenrevocation.pool.FamilyRevoker;
import io.tokenrevocation.pool.Refusal;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;

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
public class RevocationEndpoint extends OAuthEndpoint {

  private ClientAuthentication authentication;
  private FamilyRevoker revoker;

  /** For the CDI proxy. */
  @SuppressWarnings("NullAway.Init")
  public RevocationEndpoint() {}

  /**
   * Made by CDI.
   *
   * @param authority must have started
   * @param authentication finds the caller
   * @param revoker revokes
   */
  @Inject
  RevocationEndpoint(
      Authority authority, ClientAuthentication authentication, FamilyRevoker revoker) {
    super(authority, "POST");
    this.authentication = authentication;
    this.revoker = revoker;
  }

  /**
   * Revokes a refresh token and all tokens that descend from the same sign-in.
   *
   * @param request that has come here
   * @param headers of the request
   * @param body {@code token}, and {@code client_id} of a public client
   * @return 200 without a body, also for a token that is unknown or already revoked
   * @throws IOException if the client went away
   */
  @POST
  public Response revoke(
      @Context HttpServletRequest request, @Context HttpHeaders headers, InputStream body)
      throws IOException {
    var form = form(request, headers, body);
    var client =
        authentication
            .find(AuthorizationHeader.all(headers), form)
            .orElseThrow(OAuthError::invalidClient);
    var token = form.required("token");
    revoker.revoke(client, token).orElseThrow(RevocationEndpoint::error);
    return OAuthAnswer.empty();
  }

  private static OAuthError error(Refusal refusal) {
    return switch (refusal) {
      case NOT_A_REFRESH_TOKEN ->
          OAuthError.of("unsupported_token_type", "Only refresh tokens can be revoked");
      case REVOCATION_NOT_ENABLED ->
          OAuthError.invalidRequest("Token revocation is not enabled for this client");
      case OTHER_CLIENT -> OAuthError.invalidRequest("The token was issued to another client");
      default -> throw new IllegalStateException("revoking is not refused for " + refusal);
    };
  }
}
