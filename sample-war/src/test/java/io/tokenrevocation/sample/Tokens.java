package io.tokenrevocation.sample;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Looks into tokens as a client could, and spoils them as an attacker would. */
final class Tokens {

  private Tokens() {}

  static String header(String token) {
    return decode(token.split("\\.", -1)[0]);
  }

  static JsonObject claims(String token) {
    return json(decode(token.split("\\.", -1)[1]));
  }

  static JsonObject json(String text) {
    try (var reader = Json.createReader(new StringReader(text))) {
      return reader.readObject();
    }
  }

  /** The same token with one bit of its signature turned. */
  static String alterSignature(String token) {
    var end = token.lastIndexOf('.') + 1;
    var signature = Base64.getUrlDecoder().decode(token.substring(end));
    signature[0] ^= 1;
    return token.substring(0, end) + encode(signature);
  }

  /** The same signature under other claims. */
  static String withClaims(String token, String json) {
    var parts = token.split("\\.", -1);
    return parts[0] + "." + encode(json.getBytes(StandardCharsets.UTF_8)) + "." + parts[2];
  }

  private static String decode(String part) {
    return new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8);
  }

  private static String encode(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
