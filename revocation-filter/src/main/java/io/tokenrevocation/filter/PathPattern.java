package io.tokenrevocation.filter;

import java.util.regex.Pattern;

/**
 * A pattern over the path of a request inside the application.
 *
 * @param path without the trailing {@code /*}
 * @param below true if everything below the path is meant too
 */
record PathPattern(String path, boolean below) {

  static final PathPattern EVERYTHING = new PathPattern("", true);

  private static final String NOWHERE = "none";
  private static final String BELOW = "/*";
  private static final Pattern REPEATED_SLASHES = Pattern.compile("/{2,}");

  /** Reads {@code /*}, {@code /path/*}, {@code /path} or {@code none}. */
  static PathPattern parse(String text) {
    if (text.equals(NOWHERE)) {
      return new PathPattern(NOWHERE, false);
    }
    var below = text.endsWith(BELOW);
    var path = below ? text.substring(0, text.length() - BELOW.length()) : text;
    if (!text.startsWith("/") || path.indexOf('*') >= 0) {
      throw new IllegalArgumentException();
    }
    return new PathPattern(path, below);
  }

  /** Tells whether no path at all is meant. */
  boolean isNowhere() {
    return path.equals(NOWHERE);
  }

  /**
   * Tells whether a path that starts with a slash is meant. Repeated slashes, and one at the end,
   * make no difference: to many a resource they make none either.
   */
  boolean matches(String requested) {
    var plain =
        requested.contains("//") ? REPEATED_SLASHES.matcher(requested).replaceAll("/") : requested;
    if (!plain.startsWith(path)) {
      return false;
    }
    var rest = plain.length() - path.length();
    return rest == 0 || (plain.charAt(path.length()) == '/' && (below || rest == 1));
  }

  @Override
  public String toString() {
    return below ? path + BELOW : path;
  }
}
