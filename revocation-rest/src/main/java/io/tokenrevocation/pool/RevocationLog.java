package io.tokenrevocation.pool;

import io.tokenrevocation.feed.Mark;
import io.tokenrevocation.feed.PushingSource;
import java.time.Instant;

/** The durable log of revocations, which {@link SessionTransaction#append} writes. */
public interface RevocationLog extends PushingSource {

  /**
   * Returns the store's time: what was committed by then is found by whoever reads afterwards.
   *
   * @return the same clock for every node
   * @throws io.tokenrevocation.StoreUnavailableException if it is not known
   */
  Instant now();

  /**
   * Tells whether nobody can record anything any more behind where a read has ended that left more:
   * else whoever was at work then still may.
   *
   * @param next the mark of its end
   * @return true if whoever goes on from there misses nothing, whenever that is
   */
  boolean isSettled(Mark next);
}
