package io.tokenrevocation.pool;

import io.tokenrevocation.Revocation;
import java.time.Duration;
import java.time.Instant;

/** How long a revocation must be kept: until no token it covers can pass any filter. */
final class Retention {

  /** No access or ID token lives longer, whatever its client's settings. */
  static final Duration LONGEST_TOKEN_LIFE = Duration.ofDays(1);

  /** How long a session of another issuer may go on after it was revoked here. */
  static final Duration LONGEST_SESSION = Duration.ofDays(31);

  /**
   * How long after its end a sign-in is removed: a day after nobody finds it any more, so that none
   * goes between being found and being locked.
   */
  static final Duration OF_EXPIRED_FAMILIES = Family.FOUND_AFTER_EXPIRY.plusDays(1);

  private Retention() {}

  /** For a revocation that covers no token which expires later. */
  static Instant ofTokensUntil(Instant latestExpiry) {
    return latestExpiry.plus(Revocation.GREATEST_LEEWAY);
  }

  /** For a revocation that covers no token issued later. */
  static Instant ofTokensIssuedBefore(Instant issuedBefore) {
    return ofTokensUntil(issuedBefore.plus(LONGEST_TOKEN_LIFE));
  }
}
