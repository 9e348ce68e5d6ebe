package io.tokenrevocation.pool;

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
}
