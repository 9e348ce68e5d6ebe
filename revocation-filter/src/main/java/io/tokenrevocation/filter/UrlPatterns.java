package io.tokenrevocation.filter;

import java.util.Set;
import java.util.TreeSet;

/**
 * What filters are mapped to, in the words of Jakarta Servlet.
 *
 * <p>A pattern counts for what it matches on every server: {@code /path/*}, an extension such as
 * {@code *.do}, and exact paths.
 *
 * @param patterns as they were declared
 */
record UrlPatterns(Set<String> patterns) {

  private static final String BELOW = "/*";
  private static final String ANY_NAME = "*";
  private static final String ROOT = "/";

  /** Tells whether one of them is the default servlet's, which no filter can share everywhere. */
  boolean areAmbiguous() {
    return patterns.contains(ROOT);
  }

  /** Tells whether a filter sees every request under a pattern of ours. */
  boolean cover(PathPattern required) {
    if (required.isNowhere()) {
      return true;
    }
    var path = required.path();
    return required.below()
        ? patterns.stream().anyMatch(pattern -> matchesBelow(pattern, path))
        : matchesExactly(path) && (path.endsWith("/") || matchesExactly(path + "/"));
  }

  private boolean matchesExactly(String path) {
    return patterns.stream()
        .anyMatch(
            pattern ->
                matchesBelow(pattern, path)
                    || matchesExtension(pattern, path)
                    || pattern.equals(path));
  }

  private static boolean matchesBelow(String pattern, String path) {
    if (!pattern.endsWith(BELOW)) {
      return false;
    }
    var top = pattern.substring(0, pattern.length() - BELOW.length());
    return path.equals(top) || path.startsWith(top + "/");
  }

  /** What stands behind the last dot is the extension, if it is in the last part of the path. */
  private static boolean matchesExtension(String pattern, String path) {
    var name = path.substring(path.lastIndexOf('/') + 1);
    var dot = name.lastIndexOf('.');
    return dot >= 0 && pattern.equals(ANY_NAME + name.substring(dot));
  }

  @Override
  public String toString() {
    return patterns.isEmpty() ? "none" : String.join(", ", new TreeSet<>(patterns));
  }
}
