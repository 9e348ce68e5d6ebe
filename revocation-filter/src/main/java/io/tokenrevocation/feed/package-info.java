/**
 * Following a source of revocations: marks, deltas, and how stale this node's knowledge is.
 *
 * <p>The only writer of the index. Owns no thread: somebody calls {@code pull} at an interval.
 */
@NullMarked
package io.tokenrevocation.feed;

import org.jspecify.annotations.NullMarked;
