package io.tokenrevocation.pool;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which refresh tokens of a family work. All others of it were rotated out.
 *
 * <p>The tokens themselves are not kept, but the SHA-256 of each, in hexadecimal.
 *
 * @param familyHash of what all of them share, by which the family is found
 * @param newest works
 * @param replaced the one before, or null if there is none
 */
public record RefreshTokens(String familyHash, String newest, @Nullable Replaced replaced) {

  /**
   * A token that works a little longer, for a client that missed the answer with the new one.
   *
   * @param hash its own
   * @param worksUntil exclusive end of the grace period
   */
  public record Replaced(String hash, Instant worksUntil) {

    private boolean works(Instant now) {
      return now.isBefore(worksUntil);
    }
  }

  /** Those of a new family. */
  static RefreshTokens first(RefreshToken token) {
    return new RefreshTokens(token.familyHash(), token.hash(), null);
  }

  /** Tells whether a token of this family works. */
  boolean accepts(RefreshToken token, Instant now) {
    return isNewest(token)
        || (replaced != null && replaced.hash().equals(token.hash()) && replaced.works(now));
  }

  /**
   * Puts a new token in the place of one that works. Of a retry, it takes the place of the one that
   * the client has missed, and the grace period does not start anew.
   */
  RefreshTokens rotated(RefreshToken sent, RefreshToken next, Instant graceEnds) {
    return new RefreshTokens(
        next.familyHash(),
        next.hash(),
        isNewest(sent) ? new Replaced(sent.hash(), graceEnds) : replaced);
  }

  private boolean isNewest(RefreshToken token) {
    return newest.equals(token.hash());
  }
}
