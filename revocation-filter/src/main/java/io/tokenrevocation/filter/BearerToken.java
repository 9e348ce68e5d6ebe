package io.tokenrevocation.filter;

import io.tokenrevocation.token.RememberingVerifier;
import jakarta.servlet.http.HttpServletRequest;
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
    var headers = request.getHeaders(HEADER);
    if (headers.hasMoreElements()) {
      headers.nextElement();
    }
    return headers.hasMoreElements();
  }

  /**
   * Returns the credentials: {@code Bearer}, one space and the token; or empty if another scheme or
   * none was used. A header that looks so already, as most do, is not copied.
   */
  static Optional<String> in(HttpServletRequest request) {
    var header = request.getHeader(HEADER);
    if (header == null || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
      return Optional.empty();
    }
    if (isPlain(header)) {
      return Optional.of(header);
    }
    var rest = header.substring(SCHEME.length());
    return rest.isEmpty() || rest.startsWith(" ")
        ? Optional.of(RememberingVerifier.SCHEME + rest.strip())
        : Optional.empty();
  }

  private static boolean isPlain(String header) {
    var begin = RememberingVerifier.SCHEME.length();
    return header.length() > begin
        && header.startsWith(RememberingVerifier.SCHEME)
        && !Character.isWhitespace(header.charAt(begin))
        && !Character.isWhitespace(header.charAt(header.length() - 1));
  }
}
