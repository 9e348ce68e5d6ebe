package io.tokenrevocation.feed;

import io.tokenrevocation.Revocation;
import java.util.List;

/**
 * What a source recorded after a mark.
 *
 * @param revocations oldest first; may repeat what was read before
 * @param next where to go on
 * @param more true if the source had more than it cared to send at once: ask again now
 */
public record RevocationDelta(List<Revocation> revocations, Mark next, boolean more) {

  /** Takes an unmodifiable copy. */
  public RevocationDelta {
    revocations = List.copyOf(revocations);
  }
}
