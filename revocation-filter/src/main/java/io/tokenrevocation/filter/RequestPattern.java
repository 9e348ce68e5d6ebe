package io.tokenrevocation.filter;

import jakarta.servlet.http.HttpServletRequest;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A pattern over the method and the path of a request.
 *
 * @param method as HTTP writes it, or null for any
 * @param path inside the application
 */
record RequestPattern(@Nullable String method, PathPattern path) {

  private static final Pattern SHAPE = Pattern.compile("(?:([A-Z]+) +)?(/.*)");

  /** Reads {@code /path/*}, or a method, a space and such a path. */
  static RequestPattern parse(String text) {
    var matcher = SHAPE.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException();
    }
    return new RequestPattern(matcher.group(1), PathPattern.parse(matcher.group(2)));
  }

  boolean matches(HttpServletRequest request) {
    return (method == null || method.equals(request.getMethod()))
        && path.matches(RequestPath.of(request));
  }
}
