package io.tokenrevocation.rest.sigv4;

import java.util.Objects;

/**
 * A call that is not signed as it must be, or not allowed: the client's fault.
 *
 * <p>The message is what AWS tells its clients. It holds no secret and nothing of the signature.
 */
public final class AccessRefusedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** What is wrong. */
  private final Kind kind;

  private final String text;

  AccessRefusedException(Kind kind, String text) {
    // An attacker sends these by the thousand: no stack trace is filled in.
    super(text, null, false, false);
    this.kind = Objects.requireNonNull(kind);
    this.text = text;
  }

  static AccessRefusedException incomplete(String text) {
    return new AccessRefusedException(Kind.INCOMPLETE, text);
  }

  static AccessRefusedException badSignature(String text) {
    return new AccessRefusedException(Kind.BAD_SIGNATURE, text);
  }

  /**
   * Returns what is wrong.
   *
   * @return the kind of refusal
   */
  public Kind kind() {
    return kind;
  }

  /**
   * Returns what a client is told.
   *
   * @return the message; never null, unlike what the superclass promises
   */
  public String text() {
    return text;
  }

  /** What may be wrong with a call. All but the last are failures to authenticate. */
  public enum Kind {
    /** There is no signature. */
    NO_SIGNATURE,
    /** There is something in the place of a signature, but it is none. */
    INCOMPLETE,
    /** Signed with a key that does not exist, or with temporary credentials. */
    UNKNOWN_KEY,
    /** Signed with another secret, at another time, or for something else. */
    BAD_SIGNATURE,
    /** Signed well, with a key that may not do this. */
    NOT_ALLOWED
  }
}
