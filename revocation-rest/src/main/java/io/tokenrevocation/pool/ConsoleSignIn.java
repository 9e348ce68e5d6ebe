package io.tokenrevocation.pool;

import java.time.Instant;

/**
 * What an administrator's sign-in to the console is ended by, beside its own age.
 *
 * @param id names it in the audit trail and in the log of revocations, there as a token of the
 *     first user pool
 * @param subject of the user in that pool; empty if the user directory does not know them
 * @param signOutEpoch how often the user had been signed out everywhere
 * @param since when they signed in, by the database's clock, in whole seconds
 */
public record ConsoleSignIn(String id, String subject, long signOutEpoch, Instant since) {}
