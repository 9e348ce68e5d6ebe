package io.tokenrevocation.pool;

/**
 * Whose access token it is, after everything has been checked that can be.
 *
 * @param user enabled
 * @param family neither revoked nor signed out
 */
public record LiveSession(User user, Family family) {}
