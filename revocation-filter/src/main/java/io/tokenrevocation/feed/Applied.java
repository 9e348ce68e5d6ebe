package io.tokenrevocation.feed;

import io.tokenrevocation.Revocation;
import java.time.Duration;
import java.util.Optional;

/**
 * A revocation that this node has begun to enforce.
 *
 * @param revocation what is out of use
 * @param afterRevoked how long after it was recorded; by the source's clock alone, so that the
 *     clocks of two machines need not agree. Of a database, never too short, and too long by no
 *     more than it took to answer; of an authority elsewhere, too short by what its fastest answer
 *     took. Empty if the source does not say when
 */
public record Applied(Revocation revocation, Optional<Duration> afterRevoked) {}
