package io.tokenrevocation.feed;

/** What a node's feed reads, such as the database beside it. Implementations are thread-safe. */
public interface RevocationSource {

  /**
   * Returns what was recorded after a mark.
   *
   * @param mark {@link Mark#START}, or the mark of an earlier answer of this source
   * @return a bounded number of revocations; may repeat, never omits one that must still be kept
   * @throws io.tokenrevocation.StoreUnavailableException if that is not known: the caller's
   *     staleness grows
   */
  RevocationDelta since(Mark mark);

  /**
   * Does what is due beside reading, such as removing what is over. Called again and again, by one
   * thread, which may be kept: nobody who reads waits for it.
   */
  default void upkeep() {}

  /** Ends a call that is under way, if that would take its time; there will be no other. */
  default void stop() {}
}
