package io.tokenrevocation.pool;

import io.tokenrevocation.feed.NodeFigures;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * What a node of this authority last said of itself.
 *
 * @param id new at each of its starts
 * @param name of its host; several nodes may have the same
 * @param startedAt when it first said something, by the database's clock
 * @param seenAt when it last did, by the database's clock
 * @param silent for how long it has said nothing since, by the database's clock; one that is well
 *     says something every ten seconds
 * @param figures as they were then
 */
public record Node(
    UUID id,
    String name,
    Instant startedAt,
    Instant seenAt,
    Duration silent,
    NodeFigures figures) {}
