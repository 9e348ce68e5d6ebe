package io.tokenrevocation;

import java.util.Objects;

/**
 * A token that is not valid in itself, whatever has been revoked: the client's fault.
 *
 * <p>The message is fixed for each reason and holds nothing of the token. Whoever catches this
 * answers 401 with {@code error="invalid_token"}.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6750#section-3.1">RFC 6750, 3.1: Error Codes</a>
 */
public final class InvalidTokenException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Why the token was refused. */
  private final Reason reason;

  /**
   * Makes one for a reason.
   *
   * @param reason why the token is refused
   */
  public InvalidTokenException(Reason reason) {
    // An attacker sends these by the thousand: no stack trace is filled in.
    super(reason.description(), null, false, false);
    this.reason = Objects.requireNonNull(reason);
  }

  /**
   * Returns why the token is refused.
   *
   * @return the reason
   */
  public Reason reason() {
    return reason;
  }

  /** Why a token is not valid, with the text a client is told. */
  public enum Reason {
    /** Not a signed JWT, or without a claim that every token must have. */
    MALFORMED("The access token is malformed"),
    /** Signed with an algorithm that is not allowed. */
    ALGORITHM("The access token is signed with an algorithm that is not accepted"),
    /** From an issuer that is not configured. */
    ISSUER("The access token is from an unknown issuer"),
    /** Signed by a key the issuer does not have, or altered since. */
    SIGNATURE("The access token has a bad signature"),
    /** Past its {@code exp}. */
    EXPIRED("The access token has expired"),
    /** Before its {@code nbf}, or issued in the future. */
    NOT_YET_VALID("The access token is not yet valid"),
    /** Would live on after a revocation that covers it is forgotten. */
    LIFETIME("The access token has a longer life than is accepted"),
    /** An ID token where an access token is wanted. */
    TYPE("The token is not an access token"),
    /** Meant for somebody else. */
    AUDIENCE("The access token is for another audience");

    private final String description;

    Reason(String description) {
      this.description = description;
    }

    /**
     * Returns the text a client is told.
     *
     * @return printable ASCII without quotes, as RFC 6750 wants it
     */
    public String description() {
      return description;
    }
  }
}
