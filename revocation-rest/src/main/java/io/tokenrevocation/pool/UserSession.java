package io.tokenrevocation.pool;

/**
 * A session, and what has become of it.
 *
 * @param family what it is made of
 * @param state at the moment it was looked up
 */
public record UserSession(Family family, State state) {

  /** What has become of a session. */
  public enum State {
    /** Something of it is in use. */
    LIVE,
    /**
     * It was ended: by itself, with all of its user's, or with its client or what that was given.
     */
    REVOKED,
    /** Its time is over. */
    EXPIRED
  }
}
