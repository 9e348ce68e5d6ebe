package io.tokenrevocation.pool;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/**
 * A refresh token: random, opaque, in the shape of Cognito's, five base64url parts with dots
 * between.
 *
 * <p>The second part is the same in all tokens of a family, so that one which was rotated out still
 * leads to it; two more are each token's own. The last is a checksum of the others: a token that
 * was altered is nobody's. It proves nothing, nor need it: whoever can make a token with a family's
 * part has one of the family's, and only the newest is accepted.
 *
 * @param text as it is sent; only hashes of it are ever stored
 * @param familyHash the SHA-256 of the family's part, in hexadecimal
 * @param hash the SHA-256 of all of it, in hexadecimal
 */
record RefreshToken(String text, String familyHash, String hash) {

  /** Of a JWE, as Cognito's are: RSA-OAEP, AES-256 in GCM, a JWT inside. */
  private static final String HEADER =
      base64(
          "{\"cty\":\"JWT\",\"enc\":\"A256GCM\",\"alg\":\"RSA-OAEP\"}"
              .getBytes(StandardCharsets.UTF_8));

  private static final int FAMILY_BYTES = 256;
  private static final int VECTOR_BYTES = 12;
  private static final int CONTENT_BYTES = 64;
  private static final int CHECKSUM_BYTES = 16;
  private static final int PARTS = 5;

  private static final SecureRandom RANDOM = new SecureRandom();

  /** The first token of a new family. */
  static RefreshToken first() {
    return ofFamily(random(FAMILY_BYTES));
  }

  /** A token that somebody has sent, who may have made it up. */
  static RefreshToken of(String text) {
    return new RefreshToken(text, hex(sha256(familyPart(text))), hex(sha256(text)));
  }

  /** Another token of the same family, or a first one for it if this has no checksum. */
  RefreshToken next() {
    var part = familyPart(text);
    return part.equals(text) ? first() : ofFamily(part);
  }

  private static RefreshToken ofFamily(String part) {
    var start = String.join(".", HEADER, part, random(VECTOR_BYTES), random(CONTENT_BYTES)) + ".";
    return of(start + checksum(start));
  }

  /** All of a token that has no checksum: those of before there was rotation had none. */
  private static String familyPart(String text) {
    var parts = text.split("\\.", -1);
    var start = text.substring(0, text.lastIndexOf('.') + 1);
    return parts.length == PARTS && parts[PARTS - 1].equals(checksum(start)) ? parts[1] : text;
  }

  private static String checksum(String start) {
    return base64(Arrays.copyOf(sha256(start), CHECKSUM_BYTES));
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private static String random(int size) {
    var bytes = new byte[size];
    RANDOM.nextBytes(bytes);
    return base64(bytes);
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }

  /** Shows no token. */
  @Override
  public String toString() {
    return "RefreshToken[hash=" + hash + "]";
  }
}
