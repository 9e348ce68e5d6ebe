package io.tokenrevocation.pool;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * A refresh token: random, opaque, in the shape of Cognito's, five base64url parts with dots
 * between. Only its hash is ever stored.
 */
final class RefreshToken {

  /** Of a JWE, as Cognito's are: RSA-OAEP, AES-256 in GCM, a JWT inside. */
  private static final String HEADER =
      base64(
          "{\"cty\":\"JWT\",\"enc\":\"A256GCM\",\"alg\":\"RSA-OAEP\"}"
              .getBytes(StandardCharsets.UTF_8));

  /** The sizes of key, initialisation vector, content and tag. */
  private static final int[] PARTS = {256, 12, 64, 16};

  private static final SecureRandom RANDOM = new SecureRandom();

  private RefreshToken() {}

  static String generate() {
    var token = new StringBuilder(HEADER);
    for (var size : PARTS) {
      var part = new byte[size];
      RANDOM.nextBytes(part);
      token.append('.').append(base64(part));
    }
    return token.toString();
  }

  /** The SHA-256 under which a token is found again; of 32 bytes. */
  static byte[] hash(String token) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
