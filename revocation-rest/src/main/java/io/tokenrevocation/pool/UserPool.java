package io.tokenrevocation.pool;

/**
 * A user pool.
 *
 * @param id as Cognito forms it: region, underscore, letters and digits
 * @param issuer the {@code iss} of its tokens, fixed when the pool was made
 */
public record UserPool(String id, String issuer) {}
