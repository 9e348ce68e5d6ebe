package io.tokenrevocation.rest.oauth;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The access token of a request, and what is said of one that will not do.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6750#section-2">RFC 6750, 2: Authenticated
 *     Requests</a>
 */
final class BearerCredentials {

  private static final Pattern HEADER = Pattern.compile("(?i:Bearer) +([\\w.~+/-]+=*) *");

  private BearerCredentials() {}

  /**
   * Finds the one access token of a request: never in its address.
   *
   * @param form of the body, if it is one
   */
  static String of(List<String> authorization, Optional<Form> form) {
    var inForm = form.flatMap(parameters -> parameters.get("access_token"));
    if (authorization.isEmpty()) {
      return inForm.orElseThrow(BearerCredentials::malformed);
    }
    var inHeader = HEADER.matcher(authorization.get(0));
    if (authorization.size() > 1 || inForm.isPresent() || !inHeader.matches()) {
      throw malformed();
    }
    return inHeader.group(1);
  }

  /** There is not exactly one token. */
  static OAuthError malformed() {
    return OAuthError.ofAccessToken(
        400, "invalid_request", "Bad OAuth2 request at UserInfo Endpoint");
  }

  /** Whatever it is that is wrong with it. */
  static OAuthError refused() {
    return OAuthError.ofAccessToken(
        401,
        "invalid_token",
        "Access token is expired, disabled, or deleted, or the user has globally signed out.");
  }

  static OAuthError insufficientScope() {
    return OAuthError.ofAccessToken(
        403, "insufficient_scope", "Access token does not have a scope for this endpoint.");
  }
}
