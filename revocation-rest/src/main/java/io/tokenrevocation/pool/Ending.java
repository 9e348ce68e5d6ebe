package io.tokenrevocation.pool;

/**
 * How sessions are to be ended.
 *
 * @param note who does it, and why
 * @param dryRun true if they are not, and only what would be is told
 */
public record Ending(Note note, boolean dryRun) {}
