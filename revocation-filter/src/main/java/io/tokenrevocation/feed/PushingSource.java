package io.tokenrevocation.feed;

import java.time.Duration;

/**
 * A source that says at once when there may be something new. That makes it known sooner and
 * nothing else: who follows it goes on asking at an interval, and misses nothing when push is lost.
 */
public interface PushingSource extends RevocationSource {

  /**
   * Listens for a while, on the caller's thread; one thread does at a time.
   *
   * @param news run when something new may have been recorded, at least each time that listening
   *     begins; must not throw
   * @param atMost about how long nothing is waited for
   * @return false if nobody can be listened to at present: try again a little later
   */
  boolean listen(Runnable news, Duration atMost);
}
