package io.tokenrevocation.rest;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which part of a list is asked for.
 *
 * @param limit how many at most; 1 to 200
 * @param after the token of the page, from the one before; or null for the first
 */
record PageQuery(int limit, @Nullable String after) {

  static final String DEFAULT_LIMIT = "50";

  private static final int MOST = 200;
  private static final int LONGEST_TOKEN = 4096;
  private static final Pattern NUMBER = Pattern.compile("\\d{1,3}");

  /** Reads the parameters of a query. */
  static PageQuery of(String limit, @Nullable String after) {
    var number = NUMBER.matcher(limit).matches() ? Integer.parseInt(limit) : 0;
    if (number < 1 || number > MOST) {
      throw Problem.invalidParameter("limit", "must be a number from 1 to " + MOST);
    }
    if (after != null && after.length() > LONGEST_TOKEN) {
      throw invalidToken();
    }
    return new PageQuery(number, after);
  }

  /** It is of another list, or none of ours. */
  static Problem invalidToken() {
    return Problem.invalidParameter("after", "must be the next of the page before");
  }
}
