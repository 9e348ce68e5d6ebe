package io.tokenrevocation.filter;

import java.time.Duration;
import java.util.Optional;

/**
 * What a node knows of revocations.
 *
 * @param isReady true if no filter refuses requests for want of knowledge, or because it is too old
 * @param staleness how old the knowledge is; empty if it is not complete up to any instant
 * @param liveRevocations how many are held, among them some that need not be kept any longer
 */
record NodeStatus(boolean isReady, Optional<Duration> staleness, int liveRevocations) {

  static final NodeStatus NOT_STARTED = new NodeStatus(false, Optional.empty(), 0);
}
