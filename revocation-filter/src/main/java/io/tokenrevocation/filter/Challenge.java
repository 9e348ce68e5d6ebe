package io.tokenrevocation.filter;

import io.tokenrevocation.InvalidTokenException;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;

/**
 * How a request is refused: the same bytes for the same reason, with nothing of the request in it.
 *
 * @param reason what it is counted as
 * @param status the HTTP status
 * @param header the name of the header that says what to do
 * @param value the header's value
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6750#section-3">RFC 6750, 3: The WWW-Authenticate
 *     Response Header Field</a>
 */
record Challenge(RefusalReason reason, int status, String header, String value) {

  /** No token was sent where one is required; no error code, as RFC 6750 demands. */
  static final Challenge TOKEN_REQUIRED =
      bearer(RefusalReason.TOKEN_REQUIRED, HttpServletResponse.SC_UNAUTHORIZED, "Bearer");

  /** The token is valid in itself, but a revocation covers it. */
  static final Challenge REVOKED =
      invalidToken(RefusalReason.REVOKED, "The access token has been revoked");

  /** The token is valid, but its user is in none of the groups that are wanted here. */
  static final Challenge NOT_IN_A_GROUP =
      insufficientScope(
          RefusalReason.GROUP, "The user of the access token is not in a required group", "");

  /** More than one set of credentials. */
  static final Challenge AMBIGUOUS =
      bearer(
          RefusalReason.AMBIGUOUS,
          HttpServletResponse.SC_BAD_REQUEST,
          "Bearer error=\"invalid_request\", error_description=\"More than one Authorization"
              + " header\"");

  /** This node does not know which tokens are revoked, or the keys of their issuer. */
  static final Challenge RETRY_LATER =
      new Challenge(
          RefusalReason.UNAVAILABLE,
          HttpServletResponse.SC_SERVICE_UNAVAILABLE,
          "Retry-After",
          "1");

  /** The filter did not start; the log says why. */
  static final Challenge CLOSED =
      new Challenge(
          RefusalReason.CLOSED,
          HttpServletResponse.SC_INTERNAL_SERVER_ERROR,
          "Connection",
          "close");

  static Challenge of(InvalidTokenException.Reason reason) {
    return invalidToken(RefusalReason.of(reason), reason.description());
  }

  /** The token is valid, but was not granted all of the scopes that are wanted here. */
  static Challenge scopesMissing(List<String> required) {
    return insufficientScope(
        RefusalReason.SCOPE,
        "The access token does not have the required scope",
        ", scope=\"" + String.join(" ", required) + "\"");
  }

  void send(HttpServletResponse response) {
    response.setStatus(status);
    response.setHeader(header, value);
    response.setHeader("Cache-Control", "no-store");
    response.setContentLength(0);
  }

  private static Challenge invalidToken(RefusalReason reason, String description) {
    return bearer(
        reason,
        HttpServletResponse.SC_UNAUTHORIZED,
        "Bearer error=\"invalid_token\", error_description=\"" + description + "\"");
  }

  private static Challenge insufficientScope(
      RefusalReason reason, String description, String scope) {
    return bearer(
        reason,
        HttpServletResponse.SC_FORBIDDEN,
        "Bearer error=\"insufficient_scope\", error_description=\"" + description + "\"" + scope);
  }

  private static Challenge bearer(RefusalReason reason, int status, String value) {
    return new Challenge(reason, status, "WWW-Authenticate", value);
  }
}
