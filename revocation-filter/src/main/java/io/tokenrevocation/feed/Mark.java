package io.tokenrevocation.feed;

/**
 * How far a follower has read; only the source that made it knows what it means.
 *
 * @param value opaque
 */
public record Mark(String value) {

  /** Before the first revocation. */
  public static final Mark START = new Mark("");
}
