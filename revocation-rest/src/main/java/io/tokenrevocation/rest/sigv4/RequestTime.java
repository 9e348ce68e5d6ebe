package io.tokenrevocation.rest.sigv4;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/**
 * When a request was signed.
 *
 * @param header that says so, in lower case
 * @param instant in whole seconds
 */
record RequestTime(String header, Instant instant) {

  private static final Duration WINDOW = Duration.ofMinutes(5);

  private static final DateTimeFormatter BASIC =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT)
          .withResolverStyle(ResolverStyle.STRICT)
          .withZone(ZoneOffset.UTC);

  /** Reads {@code X-Amz-Date}, else {@code Date}, one of which must be there. */
  static RequestTime of(RawRequest request) {
    var header = request.has("x-amz-date") ? "x-amz-date" : "date";
    var text = request.header(header).get(0).strip();
    try {
      return new RequestTime(header, instant(header, text));
    } catch (DateTimeException e) {
      throw AccessRefusedException.incomplete(
          "Date must be in ISO-8601 'basic format'. See http://en.wikipedia.org/wiki/ISO_8601");
    }
  }

  /** {@code Date} has its own form in HTTP (RFC 9110, 6.6.1), but may have the other one. */
  private static Instant instant(String header, String text) {
    var isHttpDate = header.equals("date") && text.contains(" ");
    var format = isHttpDate ? DateTimeFormatter.RFC_1123_DATE_TIME : BASIC;
    return format.parse(text, Instant::from);
  }

  /**
   * Refuses a signature that is too old, or made by a clock that is ahead.
   *
   * @throws AccessRefusedException if it is
   */
  void requireNear(Instant clock) {
    var now = clock.truncatedTo(ChronoUnit.SECONDS);
    var least = now.minus(WINDOW);
    var most = now.plus(WINDOW);
    if (instant.isBefore(least)) {
      refuse("Signature expired: %s is now earlier than %s (%s - %d min.)", least, now);
    }
    if (instant.isAfter(most)) {
      refuse("Signature not yet current: %s is still later than %s (%s + %d min.)", most, now);
    }
  }

  private void refuse(String text, Instant bound, Instant now) {
    throw AccessRefusedException.badSignature(
        String.format(
            Locale.ROOT,
            text,
            basic(),
            BASIC.format(bound),
            BASIC.format(now),
            WINDOW.toMinutes()));
  }

  /** As it is signed. */
  String basic() {
    return BASIC.format(instant);
  }

  /** As it stands in the scope. */
  String date() {
    return basic().substring(0, "yyyymmdd".length());
  }
}
