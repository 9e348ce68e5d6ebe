package io.tokenrevocation.filter;

import java.util.function.Supplier;

/** Offers the figures of this node to what the server has for that, if it has it: a CDI bean. */
interface FiguresExporter {

  /**
   * Offers them from now on.
   *
   * @param figures as they are when it is called; cheap enough for each value
   * @param application the context path, which tells the applications of a server apart
   */
  void start(Supplier<Figures> figures, String application);

  /** Offers them no longer; harmless if it never did. */
  void stop();
}
