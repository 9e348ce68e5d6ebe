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
        ? Optional.of(RememberingVerifier.SCHEME + withoutSpaces(rest))
        : Optional.empty();
  }

  /** Between scheme and token there may be spaces, and nothing else that looks like one. */
  private static String withoutSpaces(String text) {
    var begin = 0;
    var end = text.length();
    while (begin < end && text.charAt(begin) == ' ') {
      begin++;
    }
    while (end > begin && text.charAt(end - 1) == ' ') {
      end--;
    }
    return text.substring(begin, end);
  }

  private static boolean isPlain(String header) {
    var begin = RememberingVerifier.SCHEME.length();
    return header.length() > begin
        && header.startsWith(RememberingVerifier.SCHEME)
        && header.charAt(begin) != ' '
        && header.charAt(header.length() - 1) != ' ';
  }
}
