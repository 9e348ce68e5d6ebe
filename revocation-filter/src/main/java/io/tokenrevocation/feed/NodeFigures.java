package io.tokenrevocation.feed;

import java.time.Duration;
import java.util.Optional;

/**
 * What a node knows of revocations, and how soon.
 *
 * @param isReady true if no filter refuses requests for want of knowledge, or because it is too old
 * @param staleness how old the knowledge is; empty if it is not complete up to any instant
 * @param liveRevocations how many are held, among them some that need not be kept any longer
 * @param indexBytes how much memory they take
 * @param enforced how soon after they were recorded; empty if none has been since the start
 */
public record NodeFigures(
    boolean isReady,
    Optional<Duration> staleness,
    int liveRevocations,
    long indexBytes,
    Optional<Enforced> enforced) {

  /** Of a node that has not begun to follow revocations. */
  public static final NodeFigures NOT_STARTED =
      new NodeFigures(false, Optional.empty(), 0, 0, Optional.empty());

  /**
   * How soon this node enforced the revocations that were recorded since it started, wherever.
   *
   * @param p50 half of them within this time
   * @param p99 99 of 100 within this time
   */
  public record Enforced(Duration p50, Duration p99) {}
}
