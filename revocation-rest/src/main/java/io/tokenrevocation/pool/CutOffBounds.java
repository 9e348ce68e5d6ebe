package io.tokenrevocation.pool;

import io.tokenrevocation.Revocation;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;

/** Which cut-offs make sense at the moment. Thread-safe. */
final class CutOffBounds {

  private final SessionStore sessions;
  private final Duration leeway;

  CutOffBounds(SessionStore sessions, Duration leeway) {
    this.sessions = sessions;
    this.leeway = leeway;
  }

  /**
   * Says what is wrong with a cut-off.
   *
   * @param issuedBefore the cut-off
   * @param longestTokenLife of its issuer's tokens
   * @param outlived whether anything else that it covers can still be live
   * @return empty if nothing is wrong
   */
  Optional<Refusal> refusal(
      Instant issuedBefore, Duration longestTokenLife, Predicate<SessionTransaction> outlived) {
    return sessions.inTransaction(
        transaction -> {
          var now = transaction.now();
          if (issuedBefore.isAfter(RevocationRequest.nextSecond(now.plus(leeway)))) {
            return Optional.of(Refusal.CUT_OFF_IN_THE_FUTURE);
          }
          var oldest = now.minus(longestTokenLife).minus(Revocation.GREATEST_LEEWAY);
          return issuedBefore.isAfter(oldest) || outlived.test(transaction)
              ? Optional.<Refusal>empty()
              : Optional.of(Refusal.CUT_OFF_TOO_OLD);
        });
  }
}
