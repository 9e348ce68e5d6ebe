package io.tokenrevocation.pool;

import java.time.Instant;

/**
 * What was removed from the database when something was last removed.
 *
 * @param at when
 * @param revocations how many that need not be kept any longer
 * @param families how many sign-ins that were over
 */
public record LastPurge(Instant at, long revocations, long families) {}
