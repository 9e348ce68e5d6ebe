package io.tokenrevocation.pool;

import java.math.BigInteger;
import java.security.SecureRandom;

/** Random text in base 32, digits 0 to 9 and a to v, as client ids and secrets are. */
final class RandomText {

  private static final int BITS_PER_DIGIT = 5;
  private static final int BASE = 1 << BITS_PER_DIGIT;

  private final SecureRandom random = new SecureRandom();

  String ofDigits(int digits) {
    var text = new BigInteger(digits * BITS_PER_DIGIT, random).toString(BASE);
    return "0".repeat(digits - text.length()) + text;
  }
}
