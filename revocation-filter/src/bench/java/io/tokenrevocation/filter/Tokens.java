package io.tokenrevocation.filter;

import java.util.List;

/**
 * Texts in an order that no cache foresees, as new strings that were just made, as a server makes
 * them of what it has just received. Not thread-safe.
 */
final class Tokens {

  /** How many are made at once: few enough to stay in the processor's cache. */
  static final int BATCH = 256;

  private final String[] texts;
  private final String[] fresh = new String[BATCH];
  private int at;

  Tokens(List<String> texts) {
    this.texts = texts.toArray(String[]::new);
  }

  String[] batch() {
    for (var i = 0; i < BATCH; i++) {
      at = next(at, texts.length);
      fresh[i] = new String(texts[at].toCharArray());
    }
    return fresh;
  }

  /** Goes through all of them: 61,803 and 100,000 have no common divisor. */
  static int next(int at, int count) {
    return (at + 61_803) % count;
  }
}
