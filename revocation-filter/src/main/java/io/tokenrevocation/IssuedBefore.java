package io.tokenrevocation;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** The bound shared by the revocations that cover everything issued before an instant. */
final class IssuedBefore {

  private IssuedBefore() {}

  /** Refuses a bound finer than {@code iat} can express: it would cover less than it says. */
  static Instant wholeSecond(Instant issuedBefore) {
    if (!issuedBefore.equals(issuedBefore.truncatedTo(ChronoUnit.SECONDS))) {
      throw new IllegalArgumentException("issuedBefore must be in whole seconds, like iat");
    }
    return issuedBefore;
  }
}
