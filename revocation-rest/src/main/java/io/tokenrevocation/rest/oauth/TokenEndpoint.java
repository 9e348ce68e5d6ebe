package io.tokenrevocation.rest.oauth;

import io.tokenrevocation.pool.Authority;
import io.tokenrevocation.pool.IssuedTokens;
import io.tokenrevocation.pool.Refusal;
import io.tokenrevocation.pool.TokenRefresh;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/**
 * The token endpoint, for refresh tokens only.
 *
 * <p>Every refusal is a 400, as at Cognito, but for a client that has tried to prove who it is by a
 * header: that one gets the 401 that RFC 6749 demands.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6749#section-6">RFC 6749, 6: Refreshing an Access
 *     Token</a>
 * @see <a href="https://docs.aws.amazon.com/cognito/latest/developerguide/token-endpoint.html">The
 *     token issuer endpoint</a>
 */
@Path("token")
@RequestScoped
public class TokenEndpoint extends OAuthEndpoint {

  private ClientAuthentication authentication;
  private TokenRefresh refresh;

  /** For the CDI proxy. */
  @SuppressWarnings("NullAway.Init")
  public TokenEndpoint() {}

  /**
   * Made by CDI.
   *
   * @param authority must have started
   * @param authentication finds the caller
   * @param refresh mints
   */
  @Inject
  TokenEndpoint(Authority authority, ClientAuthentication authentication, TokenRefresh refresh) {
    super(authority, "POST");
    this.authentication = authentication;
    this.refresh = refresh;
  }

  /**
   * Mints tokens for a refresh token.
   *
   * @param request that has come here
   * @param headers of the request
   * @param body {@code grant_type}, {@code refresh_token}, maybe {@code scope}, {@code client_id}
   *     and {@code client_secret}
   * @return new tokens of the same family
   * @throws IOException if the client went away
   */
  @POST
  public Response token(
      @Context HttpServletRequest request, @Context HttpHeaders headers, InputStream body)
      throws IOException {
    var form = form(request, headers, body);
    var authorization = AuthorizationHeader.all(headers);
    var byHeader = !authorization.isEmpty();
    var client =
        authentication
            .findAlsoByForm(authorization, form)
            .orElseThrow(() -> OAuthError.invalidClient(byHeader));
    requireRefreshing(form.required("grant_type"));
    var refreshToken = form.required("refresh_token");
    form.get("scope").ifPresent(TokenEndpoint::requireGranted);
    var tokens =
        refresh.refresh(client, refreshToken).orElseThrow(refusal -> error(refusal, byHeader));
    return OAuthAnswer.json(MediaType.APPLICATION_JSON_TYPE, answer(tokens));
  }

  private static void requireRefreshing(String grantType) {
    if (!grantType.equals("refresh_token")) {
      throw OAuthError.of("unsupported_grant_type", "The grant type must be refresh_token");
    }
  }

  /** Asking for less than was granted changes nothing where there is only one scope. */
  private static void requireGranted(String scope) {
    if (!List.of(scope.split(" ", -1)).stream().allMatch(IssuedTokens.SCOPE::equals)) {
      throw OAuthError.of("invalid_scope", "The scope exceeds what was granted");
    }
  }

  private static JsonObject answer(IssuedTokens tokens) {
    var body =
        Json.createObjectBuilder()
            .add("access_token", tokens.accessToken())
            .add("id_token", tokens.idToken());
    tokens.refreshToken().ifPresent(rotated -> body.add("refresh_token", rotated));
    return body.add("token_type", "Bearer")
        .add("expires_in", tokens.accessLifetime().toSeconds())
        .build();
  }

  private static OAuthError error(Refusal refusal, boolean byHeader) {
    return switch (refusal) {
      case FLOW_NOT_ENABLED ->
          OAuthError.of("unauthorized_client", "The client may not use refresh tokens");
      case CLIENT_DELETED -> OAuthError.invalidClient(byHeader);
      default -> OAuthError.of("invalid_grant", "The refresh token is not valid");
    };
  }
}
