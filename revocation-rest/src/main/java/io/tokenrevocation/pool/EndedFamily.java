package io.tokenrevocation.pool;

import java.time.Instant;
import java.util.UUID;

/**
 * A family that was revoked along with others.
 *
 * @param id the family key
 * @param latestExpiry the latest {@code exp} of what was minted from it
 */
public record EndedFamily(UUID id, Instant latestExpiry) {}
