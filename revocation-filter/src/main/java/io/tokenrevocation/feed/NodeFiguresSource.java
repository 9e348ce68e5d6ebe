package io.tokenrevocation.feed;

/** Tells the figures of this node; a CDI bean where the filter is. Thread-safe. */
@FunctionalInterface
public interface NodeFiguresSource {

  /**
   * Returns the figures as they are now.
   *
   * @return {@link NodeFigures#NOT_STARTED} as long as there are none
   */
  NodeFigures figures();
}
