package io.tokenrevocation.pool;

import io.tokenrevocation.feed.NodeFigures;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What the nodes of this authority say of themselves. Implementations are thread-safe.
 *
 * <p>Every method is a transaction of its own, and throws {@link
 * io.tokenrevocation.StoreUnavailableException} if it cannot tell, or if what it did may not be
 * durable.
 */
public interface NodeStore {

  /**
   * Writes what a node says of itself, and forgets those that have said nothing for a day.
   *
   * @param id of the node
   * @param name of its host; at most 255 characters
   * @param figures as they are now
   */
  void seen(UUID id, String name, NodeFigures figures);

  /**
   * Returns what they last said.
   *
   * @return by name, then in the order of their starts; 1,000 at most
   */
  List<Node> nodes();

  /**
   * Returns what was last removed.
   *
   * @return empty if nothing has been
   */
  Optional<LastPurge> lastPurge();
}
