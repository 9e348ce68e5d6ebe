package io.tokenrevocation.filter;

import io.tokenrevocation.Revocation;

/**
 * A CDI event: from now on this node refuses what a revocation covers.
 *
 * <p>Fired on each node, whoever recorded the revocation, once, and again if its bounds are raised;
 * not for what is loaded at the start. Observers are called on the thread that follows revocations,
 * or on the one that revoked: what takes long belongs elsewhere.
 *
 * @param revocation what is enforced
 */
public record RevocationApplied(Revocation revocation) {}
