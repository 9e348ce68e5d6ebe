package io.tokenrevocation.pool;

import io.tokenrevocation.RevocationKey;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * What an administrator or an application wants to have taken out of use.
 *
 * @param key which tokens, of which issuer
 * @param issuedBefore exclusive; for a subject, a client or an issuer: only tokens issued before
 *     this, or everything up to now if it is empty. In whole seconds; a fraction is rounded up
 * @param note who wants it, and why
 */
public record RevocationRequest(RevocationKey key, Optional<Instant> issuedBefore, Note note) {

  /** Rounds up to the resolution of {@code iat}. */
  public RevocationRequest {
    issuedBefore = issuedBefore.map(RevocationRequest::wholeSecond);
  }

  /** Tells whether this is a kind of revocation that has a cut-off. */
  boolean takesCutOff() {
    return switch (key.kind()) {
      case SUBJECT, CLIENT, ISSUER -> true;
      case TOKEN, FAMILY, SESSION -> false;
    };
  }

  /** The first whole second in which nothing has been issued yet. */
  static Instant nextSecond(Instant now) {
    return now.truncatedTo(ChronoUnit.SECONDS).plusSeconds(1);
  }

  private static Instant wholeSecond(Instant instant) {
    return instant.truncatedTo(ChronoUnit.SECONDS).equals(instant) ? instant : nextSecond(instant);
  }
}
