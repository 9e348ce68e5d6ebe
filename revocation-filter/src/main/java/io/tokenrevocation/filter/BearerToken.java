package io.tokenrevocation.filter;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.Optional;

/**
 * Finds the bearer token of a request.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6750#section-2.1">RFC 6750, 2.1: Authorization
 *     Request Header Field</a>
 */
final class BearerToken {

  private static final String HEADER = "Authorization";
  private static final String SCHEME = "Bearer";

  private BearerToken() {}

  /** Tells whether more than one set of credentials was sent: nobody may choose between them. */
  static boolean isAmbiguous(HttpServletRequest request) {
    return Collections.list(request.getHeaders(HEADER)).size() > 1;
  }

  /** Returns the token, or empty if another scheme or none was used. */
  static Optional<String> in(HttpServletRequest request) {
    var header = request.getHeader(HEADER);
    if (header == null || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
      return Optional.empty();
    }
    var rest = header.substring(SCHEME.length());
    return rest.isEmpty() || rest.startsWith(" ") ? Optional.of(rest.strip()) : Optional.empty();
  }
}
