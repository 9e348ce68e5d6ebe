package io.tokenrevocation.feed;

import io.tokenrevocation.Revocation;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * What an authority answers.
 *
 * @param after the mark it was asked for, empty for none
 * @param time up to which it knows every revocation, by its own clock
 * @param next the mark to go on with
 * @param more whether there is more now
 * @param greatestLeeway for which the revocations are kept
 * @param revocations of the kinds that are known here
 * @param recorded when they were recorded, by the clock of {@code time}
 * @param unknownKinds which others there are
 */
record FeedAnswer(
    String after,
    Instant time,
    String next,
    boolean more,
    Duration greatestLeeway,
    List<Revocation> revocations,
    RecordedTimes recorded,
    Set<String> unknownKinds) {}
