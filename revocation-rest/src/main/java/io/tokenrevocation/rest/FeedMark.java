package io.tokenrevocation.rest;

import io.tokenrevocation.feed.Mark;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Pattern;

/**
 * How far a follower has read, as it is told: good at every node of the authority.
 *
 * @param incarnation of the database whose mark it is
 * @param mark the store's own
 */
record FeedMark(String incarnation, Mark mark) {

  private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9]{1,32}\\.[A-Za-z0-9_-]{0,400}");

  /**
   * Reads what a follower sends.
   *
   * @throws Problem if nobody was ever told that
   */
  static FeedMark parse(String text) {
    if (SHAPE.matcher(text).matches()) {
      try {
        var dot = text.indexOf('.');
        var value = Base64.getUrlDecoder().decode(text.substring(dot + 1));
        return new FeedMark(
            text.substring(0, dot), new Mark(new String(value, StandardCharsets.UTF_8)));
      } catch (IllegalArgumentException e) { // no base64url
        // told below
      }
    }
    throw Problem.badRequest("unknown-mark", "The mark is not known", "after is no mark.");
  }

  /** What a follower is told. */
  String text() {
    var value = mark.value().getBytes(StandardCharsets.UTF_8);
    return incarnation + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(value);
  }
}
