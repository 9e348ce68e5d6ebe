package io.tokenrevocation.sample;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * A password as the database keeps it: PBKDF2 with a salt of its own, written as {@code
 * algorithm:iterations:salt:hash}.
 *
 * <p>Jakarta Security's {@code Pbkdf2PasswordHash} writes the same, but is not there on every
 * server unless the application uses the rest of Jakarta Security too.
 */
final class PasswordHash {

  private static final String ALGORITHM = "PBKDF2WithHmacSHA512";

  /** Many, as they should be; tests that sign in a thousand times may want fewer. */
  private static final int ITERATIONS = Integer.getInteger("sample.passwordIterations", 210_000);

  private static final int LENGTH = 32;

  private PasswordHash() {}

  static String of(String password) {
    var salt = new byte[LENGTH];
    new SecureRandom().nextBytes(salt);
    var base64 = Base64.getEncoder();
    return String.join(
        ":",
        ALGORITHM,
        Integer.toString(ITERATIONS),
        base64.encodeToString(salt),
        base64.encodeToString(derive(password, salt, ITERATIONS)));
  }

  /** Takes as long for every password. */
  static boolean matches(String password, String hash) {
    var parts = hash.split(":", 4);
    var salt = Base64.getDecoder().decode(parts[2]);
    var expected = Base64.getDecoder().decode(parts[3]);
    return MessageDigest.isEqual(expected, derive(password, salt, Integer.parseInt(parts[1])));
  }

  private static byte[] derive(String password, byte[] salt, int iterations) {
    try {
      var specification = new PBEKeySpec(password.toCharArray(), salt, iterations, LENGTH * 8);
      return SecretKeyFactory.getInstance(ALGORITHM).generateSecret(specification).getEncoded();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
