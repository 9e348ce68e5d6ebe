package io.tokenrevocation.rest.oauth;

import jakarta.json.Json;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/**
 * An error answer of an OAuth endpoint.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6749#section-5.2">RFC 6749, 5.2: Error
 *     Response</a>
 */
final class OAuthError extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private static final String BASIC = "Basic realm=\"oauth2\"";

  private final int status;
  private final String error;
  private final @Nullable String challenge;

  private OAuthError(int status, String error, String description, @Nullable String challenge) {
    super(description, null, false, false);
    this.status = status;
    this.error = error;
    this.challenge = challenge;
  }

  /** A 400 of RFC 6749, or of one of its extensions. */
  static OAuthError of(String error, String description) {
    return new OAuthError(400, error, description, null);
  }

  static OAuthError invalidRequest(String description) {
    return of("invalid_request", description);
  }

  static OAuthError invalidClient() {
    return new OAuthError(401, "invalid_client", "Client authentication failed", BASIC);
  }

  /** Where only a client that tried Basic is told to use it. */
  static OAuthError invalidClient(boolean triedBasic) {
    return triedBasic ? invalidClient() : of("invalid_client", "Client authentication failed");
  }

  /**
   * Cognito's documentation prints the challenge without its scheme: then it is none (RFC 9110,
   * 11.6.1), and Java's own HTTP client fails on it.
   */
  static OAuthError ofAccessToken(int status, String error, String description) {
    var challenge = "Bearer error=\"" + error + "\", error_description=\"" + description + "\"";
    return new OAuthError(status, error, description, challenge);
  }

  static OAuthError unsupportedMediaType() {
    return new OAuthError(415, "invalid_request", "Content-Type must be " + Form.TYPE, null);
  }

  /** RFC 7009, 2.2.1: the client must assume that the token still exists. */
  static OAuthError unavailable() {
    return new OAuthError(503, "temporarily_unavailable", "Try again later", null);
  }

  static OAuthError serverError() {
    return new OAuthError(500, "server_error", "The request failed", null);
  }

  static OAuthError ofStatus(int status) {
    return new OAuthError(status, "invalid_request", "The request is not understood here", null);
  }

  Response toResponse() {
    var body =
        Json.createObjectBuilder().add("error", error).add("error_description", getMessage());
    var response =
        OAuthAnswer.headers(Response.status(status))
            .type(OAuthAnswer.JSON_IN_UTF_8)
            .entity(body.build().toString());
    if (challenge != null) {
      response.header(HttpHeaders.WWW_AUTHENTICATE, challenge);
    }
    if (status == 503) {
      response.header(HttpHeaders.RETRY_AFTER, "1");
    }
    return response.build();
  }
}
