package io.tokenrevocation.token;

import java.text.ParseException;

/**
 * Bounds how deeply JSON may be nested, by counting brackets before anything parses it.
 *
 * <p>A copy of Nimbus below 10.0.2, which a server may bring, exhausts the stack on deeply nested
 * JSON (CVE-2025-53864), and so does Johnzon, TomEE's JSON-P. Every bracket that opens counts,
 * closed again or not and in a text or not: the parser of those copies takes more for a text than
 * JSON does.
 */
public final class JsonNesting {

  /** Far from any stack's end, and more than a token or a key set of our greatest size has. */
  static final int MOST = 1_000;

  private JsonNesting() {}

  /**
   * Checks what is going to be parsed.
   *
   * @param json in UTF-8, or bytes that are no JSON at all
   * @throws ParseException if it opens more than a thousand objects and arrays
   */
  public static void requireBounded(byte[] json) throws ParseException {
    var opened = 0;
    for (var character : json) {
      if (character == '{' || character == '[') {
        opened++;
      }
    }
    if (opened > MOST) {
      throw new ParseException("more than " + MOST + " objects and arrays", 0);
    }
  }
}
