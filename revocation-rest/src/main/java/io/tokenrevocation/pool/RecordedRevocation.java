package io.tokenrevocation.pool;

import io.tokenrevocation.Revocation;
import java.time.Instant;

/**
 * A revocation as the log keeps it.
 *
 * @param revocation what is out of use
 * @param revokedAt when it was recorded, by the database's clock
 * @param note who recorded it, and why
 */
public record RecordedRevocation(Revocation revocation, Instant revokedAt, Note note) {}
