package io.tokenrevocation.rest.oauth;

import jakarta.json.Json;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/**
 * An error answer of an OAuth endpoint.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6749#section-5.2">RFC 6749, 5.2: Error
 *     Response</a>
 */
final class OAuthError extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int status;
  private final String error;

  private OAuthError(int status, String error, String description) {
    super(description, null, false, false);
    this.status = status;
    this.error = error;
  }

  static OAuthError invalidRequest(String description) {
    return new OAuthError(400, "invalid_request", description);
  }

  static OAuthError invalidClient() {
    return new OAuthError(401, "invalid_client", "Client authentication failed");
  }

  static OAuthError unsupportedTokenType() {
    return new OAuthError(400, "unsupported_token_type", "Only refresh tokens can be revoked");
  }

  /** RFC 7009, 2.2.1: the client must assume that the token still exists. */
  static OAuthError unavailable() {
    return new OAuthError(503, "temporarily_unavailable", "Try again later");
  }

  static OAuthError serverError() {
    return new OAuthError(500, "server_error", "The request failed");
  }

  static OAuthError ofStatus(int status) {
    return new OAuthError(status, "invalid_request", "The request is not understood here");
  }

  Response toResponse() {
    var body =
        Json.createObjectBuilder().add("error", error).add("error_description", getMessage());
    var response =
        Response.status(status)
            .type(MediaType.APPLICATION_JSON_TYPE)
            .header(HttpHeaders.CACHE_CONTROL, "no-store")
            .header("Access-Control-Allow-Origin", "*")
            .entity(body.build().toString());
    if (status == 401) {
      response.header(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"oauth2\"");
    } else if (status == 503) {
      response.header(HttpHeaders.RETRY_AFTER, "1");
    }
    return response.build();
  }
}
