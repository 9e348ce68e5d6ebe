package io.tokenrevocation.index;

import io.tokenrevocation.RevocationKey;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.List;

/**
 * SHA-256 of revocation keys behind a secret that is made anew for each index.
 *
 * <p>Without the secret nobody can choose claims that collide with somebody else's; no hash is ever
 * shown to anybody.
 */
final class KeyHash {

  /** How many numbers make the hash of one key. */
  static final int WIDTH = 2;

  private static final String ALGORITHM = "SHA-256";

  /** As many bytes as the algorithm takes at once: what follows costs nothing more. */
  private static final int SECRET = 64;

  private final MessageDigest afterSecret = newDigest();

  KeyHash() {
    var secret = new byte[SECRET];
    new SecureRandom().nextBytes(secret);
    afterSecret.update(secret);
  }

  /** The first 128 bits of the hash of each key, in two numbers, of which the first is not zero. */
  long[] of(List<RevocationKey> keys) {
    var hashes = new long[WIDTH * keys.size()];
    var at = 0;
    for (var key : keys) {
      var digest = copy();
      update(digest, key.kind().name());
      update(digest, key.issuer());
      update(digest, key.value());
      var hash = ByteBuffer.wrap(digest.digest());
      hashes[at++] = notZero(hash.getLong());
      hashes[at++] = hash.getLong();
    }
    return hashes;
  }

  /** The length in front keeps two texts apart, whatever they contain. */
  private static void update(MessageDigest digest, String text) {
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, bytes.length));
    digest.update(bytes);
  }

  private static long notZero(long bits) {
    return bits == 0 ? 1 : bits;
  }

  private MessageDigest copy() {
    try {
      return (MessageDigest) afterSecret.clone();
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException("the " + ALGORITHM + " of this Java cannot be copied", e);
    }
  }

  private static MessageDigest newDigest() {
    try {
      return MessageDigest.getInstance(ALGORITHM);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
    }
  }
}
