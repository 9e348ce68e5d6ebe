package io.tokenrevocation.token;

import java.util.Map;

/**
 * A claim with the value that tells one kind of token from the issuer's others.
 *
 * @param claim the claim's name, or a path; not blank
 * @param value compared character by character; not blank
 */
public record ClaimValue(String claim, String value) {

  /** Refuses blanks. */
  public ClaimValue {
    if (claim.isBlank() || value.isBlank()) {
      throw new IllegalArgumentException("a claim and its value must not be blank");
    }
  }

  /** Reads {@code claim=value}. */
  static ClaimValue parse(String text) {
    var sign = text.indexOf('=');
    if (sign < 0) {
      throw new IllegalArgumentException();
    }
    return new ClaimValue(text.substring(0, sign).strip(), text.substring(sign + 1).strip());
  }

  boolean isIn(Map<String, Object> claims) {
    return value.equals(ClaimPath.find(claims, claim));
  }

  @Override
  public String toString() {
    return claim + "=" + value;
  }
}
