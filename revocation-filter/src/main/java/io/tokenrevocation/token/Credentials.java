package io.tokenrevocation.token;

import java.security.SecureRandom;
import org.jspecify.annotations.Nullable;

/**
 * What a request was sent with, as the key of what is remembered: nothing equals it but the same
 * text.
 *
 * <p>Its hash is that of its last characters only, which are those of a signature. Only what an
 * issuer has signed is ever remembered, and nobody else can choose these; and under the secret
 * nobody can tell which of them collide.
 */
class Credentials {

  /** So many characters have 96 bits of a signature. */
  private static final int HASHED = 16;

  private static final long SEED;
  private static final long MULTIPLIER;

  static {
    var random = new SecureRandom();
    SEED = random.nextLong();
    MULTIPLIER = random.nextLong() | 1;
  }

  private final String text;
  private final int hash;

  Credentials(String text, int hash) {
    this.text = text;
    this.hash = hash;
  }

  static int hash(String text) {
    var hash = SEED;
    for (var at = Math.max(0, text.length() - HASHED); at < text.length(); at++) {
      hash = (hash ^ text.charAt(at)) * MULTIPLIER;
    }
    return (int) (hash >>> Integer.SIZE);
  }

  /** Tells whether a text with a hash is the same. */
  final boolean isOf(String other, int itsHash) {
    return hash == itsHash && text.equals(other);
  }

  final int length() {
    return text.length();
  }

  @Override
  public final int hashCode() {
    return hash;
  }

  @Override
  public final boolean equals(@Nullable Object other) {
    return other instanceof Credentials same && isOf(same.text, same.hash);
  }

  /** Says nothing: the text is a secret. */
  @Override
  public final String toString() {
    return "credentials";
  }
}
