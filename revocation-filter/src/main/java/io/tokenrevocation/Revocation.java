package io.tokenrevocation;

import java.time.Duration;
import java.time.Instant;

/**
 * A record that takes tokens of one issuer out of use.
 *
 * <p>Revocations form a set: a token is revoked if any of them covers it, so order, duplicates and
 * replays do not matter. Two revocations with the same {@link #key() key} are the same revocation;
 * of the two, the later bound counts. Every implementation is an immutable value.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7009">RFC 7009: OAuth 2.0 Token Revocation</a>
 */
public sealed interface Revocation
    permits TokenRevocation, FamilyRevocation, SessionRevocation, CutOffRevocation {

  /** No filter may be configured with a greater leeway: revocations are kept for so much longer. */
  Duration GREATEST_LEEWAY = Duration.ofMinutes(5);

  /**
   * Returns the natural key: kind, issuer and the value of the claim it looks at.
   *
   * @return the key; two revocations with equal keys differ at most in their bounds
   */
  RevocationKey key();

  /**
   * Returns when no token this covers can still be live, so that the record may be deleted.
   *
   * @return inclusive of the greatest leeway any filter may have
   */
  Instant retainUntil();

  /**
   * Tells whether this takes the token out of use.
   *
   * @param token a token whose own validity has been verified
   * @return true if the token must be refused
   */
  boolean covers(VerifiedToken token);
}
