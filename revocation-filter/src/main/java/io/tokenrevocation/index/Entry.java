package io.tokenrevocation.index;

import io.tokenrevocation.CutOffRevocation;
import io.tokenrevocation.Revocation;
import java.time.Instant;

/**
 * What is kept of a revocation.
 *
 * @param high the first 64 bits of its key's hash; not zero
 * @param low the next 64 bits, of which 32 are kept
 * @param until no longer than so many seconds after 1970 need it be kept
 * @param value its cut-off in seconds after 1970, if it has one
 */
record Entry(long high, long low, long until, long value) {

  /** What fits beside half of a number, in seconds: some day in 2106. */
  private static final long LAST = 0xFFFF_FFFFL;

  static Entry of(Revocation revocation, long high, long low) {
    var value =
        revocation instanceof CutOffRevocation cutOff ? cutOff.issuedBefore().getEpochSecond() : 0;
    return new Entry(high, low, until(revocation.retainUntil()), value);
  }

  /** Never too early: rounded up; until the last day there is, if it is beyond that. */
  private static long until(Instant retainUntil) {
    var seconds = retainUntil.getEpochSecond() + (retainUntil.getNano() > 0 ? 1 : 0);
    return Math.max(0, Math.min(seconds, LAST));
  }

  /** Half of the hash's rest, and until when to keep it. */
  long rest() {
    return (low & ~LAST) | until;
  }

  /** Tells whether the rest of an entry is that of a key. */
  static boolean isRestOf(long low, long rest) {
    return (low ^ rest) >>> Integer.SIZE == 0;
  }

  /** Until when an entry must be kept, from its rest. */
  static long until(long rest) {
    return rest & LAST;
  }
}
