package io.tokenrevocation;

/**
 * The natural key of a revocation, and of what a token can be revoked by.
 *
 * @param kind which claim of a token {@code value} is compared with
 * @param issuer the {@code iss} claim: a URI, compared character by character; not blank
 * @param value the claim's value, compared character by character; not blank
 */
public record RevocationKey(Kind kind, String issuer, String value) {

  /** Refuses blanks: a blank would make unrelated tokens equal. */
  public RevocationKey {
    requireText("issuer", issuer);
    requireText("value", value);
  }

  /** What a revocation looks at. The names are stored in the database and never change. */
  public enum Kind {
    /** One token, by {@code jti}. */
    TOKEN,
    /** All tokens that descend from one sign-in, by {@code origin_jti}. */
    FAMILY,
    /** All tokens of one login session of the issuer, by {@code sid}. */
    SESSION,
    /** All tokens of one {@code sub} issued before an instant. */
    SUBJECT,
    /** All tokens of one {@code client_id} issued before an instant. */
    CLIENT,
    /** All tokens of one {@code iss} issued before an instant. */
    ISSUER;

    /**
     * Tells whether a revocation of this kind has a cut-off.
     *
     * @return false if it covers tokens whenever they were issued
     */
    public boolean isCutOff() {
      return this == SUBJECT || this == CLIENT || this == ISSUER;
    }
  }

  static void requireText(String name, String text) {
    if (text.isBlank()) {
      throw new IllegalArgumentException(name + " must not be blank");
    }
  }
}
