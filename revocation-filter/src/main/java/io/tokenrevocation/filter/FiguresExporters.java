package io.tokenrevocation.filter;

import io.tokenrevocation.Messages;
import java.lang.System.Logger.Level;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * What the server has to offer figures to. Nothing depends on it: without, they are at the status
 * path alone.
 */
final class FiguresExporters {

  private static final System.Logger LOG = System.getLogger(FiguresExporters.class.getName());

  private final Iterable<FiguresExporter> exporters;

  FiguresExporters(Iterable<FiguresExporter> exporters) {
    this.exporters = exporters;
  }

  void start(Supplier<Figures> figures, String contextPath) {
    var application = contextPath.isEmpty() ? "/" : contextPath;
    each(exporter -> exporter.start(figures, application), Level.WARNING);
  }

  void stop() {
    each(FiguresExporter::stop, Level.DEBUG);
  }

  private void each(Consumer<FiguresExporter> work, Level level) {
    for (var exporter : exporters) {
      try {
        work.accept(exporter);
      } catch (RuntimeException | Error e) {
        LOG.log(level, Messages.FIGURES_NOT_OFFERED.text(exporter.getClass().getName(), e), e);
      }
    }
  }
}
