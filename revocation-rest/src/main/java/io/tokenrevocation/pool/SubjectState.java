package io.tokenrevocation.pool;

import java.time.Instant;

/**
 * What signing out everywhere has done to a subject.
 *
 * @param signOutEpoch how often they were signed out everywhere; a family of an earlier epoch is
 *     out of use
 * @param signedOutAt the latest cut-off, in whole seconds, or {@link Instant#EPOCH} if there is
 *     none
 */
public record SubjectState(long signOutEpoch, Instant signedOutAt) {

  /** Somebody who was never signed out. */
  public static final SubjectState NEW = new SubjectState(0, Instant.EPOCH);

  /** The {@code iat} of a token minted now: never under the cut-off, were the clock set back. */
  Instant issuedAt(Instant now) {
    var second = Instant.ofEpochSecond(now.getEpochSecond());
    return second.isBefore(signedOutAt) ? signedOutAt : second;
  }

  SubjectState signedOutAgain(Instant cutOff) {
    return new SubjectState(signOutEpoch + 1, cutOff);
  }
}
