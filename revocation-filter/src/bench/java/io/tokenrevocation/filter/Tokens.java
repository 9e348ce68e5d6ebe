package io.tokenrevocation.filter;

import java.util.List;

/** Texts in an order that no cache foresees. Not thread-safe. */
final class Tokens {

  private final String[] texts;
  private int at;

  Tokens(List<String> texts) {
    this.texts = texts.toArray(String[]::new);
  }

  /** Goes through all of them: 61,803 and 100,000 have no common divisor. */
  String next() {
    at = (at + 61_803) % texts.length;
    return texts[at];
  }
}
