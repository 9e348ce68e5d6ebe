package io.tokenrevocation.rest.oauth;

import io.tokenrevocation.pool.AppClient;
import io.tokenrevocation.pool.Authority;
import io.tokenrevocation.pool.LiveTokens;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;

/**
 * The introspection endpoint: any client of a user pool that can prove who it is may ask about any
 * token of that pool.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7662#section-2">RFC 7662, 2: Introspection
 *     Endpoint</a>
 */
@Path("introspect")
@RequestScoped
public class IntrospectionEndpoint extends OAuthEndpoint {

  private ClientAuthentication authentication;
  private LiveTokens tokens;

  /** For the CDI proxy. */
  @SuppressWarnings("NullAway.Init")
  public IntrospectionEndpoint() {}

  /**
   * Made by CDI.
   *
   * @param authority must have started
   * @param authentication finds the caller
   * @param tokens knows which are in use
   */
  @Inject
  IntrospectionEndpoint(
      Authority authority, ClientAuthentication authentication, LiveTokens tokens) {
    super(authority, "POST");
    this.authentication = authentication;
    this.tokens = tokens;
  }

  /**
   * Tells whether a token is in use, and whose it is.
   *
   * @param request that has come here
   * @param headers of the request
   * @param body {@code token}
   * @return {@code {"active":false}} for everything that is not a token of the caller's pool in use
   * @throws IOException if the client went away
   */
  @POST
  public Response introspect(
      @Context HttpServletRequest request, @Context HttpHeaders headers, InputStream body)
      throws IOException {
    var form = form(request, headers, body);
    var client =
        authentication
            .findAlsoByForm(AuthorizationHeader.all(headers), form)
            .filter(AppClient::isConfidential)
            .orElseThrow(OAuthError::invalidClient);
    var token = form.required("token");
    var answer =
        tokens
            .find(client.poolId(), token)
            .map(IntrospectionAnswer::active)
            .orElseGet(IntrospectionAnswer::inactive);
    return OAuthAnswer.json(MediaType.APPLICATION_JSON_TYPE, answer);
  }
}
