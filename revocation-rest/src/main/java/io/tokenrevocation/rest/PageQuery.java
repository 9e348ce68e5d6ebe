package io.tokenrevocation.rest;

import org.jspecify.annotations.Nullable;

/**
 * Which part of a list is asked for.
 *
 * @param limit how many at most; 1 to 200
 * @param after the token of the page, from the one before; or null for the first
 */
record PageQuery(int limit, @Nullable String after) {

  private static final int PAGE = 50;
  private static final int LONGEST_PAGE = 200;
  private static final int LONGEST_TOKEN = 4_096;

  /** Reads {@code limit} and {@code after}. */
  static PageQuery of(Parameters given) {
    return new PageQuery(
        given.number("limit", PAGE, LONGEST_PAGE), given.text("after", LONGEST_TOKEN).orElse(null));
  }

  /** It is of another list, or none of ours. */
  static Problem invalidToken() {
    return Problem.invalidParameter("after", "must be the next of the page before");
  }
}
