package io.tokenrevocation.pool;

import java.time.Instant;

/**
 * A signing key of a user pool, and its age.
 *
 * @param key as the key set has it
 * @param createdAt when it was made, by the database's clock
 */
public record AgedKey(PublishedKey key, Instant createdAt) {}
