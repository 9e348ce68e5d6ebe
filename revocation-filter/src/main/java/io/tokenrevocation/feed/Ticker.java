package io.tokenrevocation.feed;

/** A clock for measuring intervals, which no administrator sets back. */
@FunctionalInterface
public interface Ticker {

  /**
   * Returns nanoseconds since an arbitrary origin.
   *
   * @return never less than it returned before
   */
  long nanos();
}
