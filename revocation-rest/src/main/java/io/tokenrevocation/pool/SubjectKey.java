package io.tokenrevocation.pool;

/**
 * Names one user of one pool.
 *
 * @param poolId the pool
 * @param subject the {@code sub} of their tokens
 */
public record SubjectKey(String poolId, String subject) {}
