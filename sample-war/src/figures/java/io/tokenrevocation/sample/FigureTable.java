package io.tokenrevocation.sample;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** All that was measured, as Markdown: a table, and plots. Printed and written at the end. */
final class FigureTable implements AutoCloseable {

  private static final Path FILE = Path.of("target", "figures", "figures.md").toAbsolutePath();

  private final List<String> rows = new ArrayList<>();
  private final List<String> plots = new ArrayList<>();

  void add(String figure, String target, String measured, Object... values) {
    var row =
        "| "
            + figure
            + " | "
            + target
            + " | "
            + String.format(Locale.ROOT, measured, values)
            + " |";
    rows.add(row);
    System.out.println(row);
  }

  /** Adds a plot with a line, or several. */
  @SafeVarargs
  final void plot(String title, String xAxis, String yAxis, List<Long>... lines) {
    var plot = new ArrayList<>(List.of("```mermaid", "xychart-beta"));
    plot.add("  title \"" + title + "\"");
    plot.add("  x-axis " + xAxis);
    plot.add("  y-axis " + yAxis);
    for (var line : lines) {
      plot.add(
          "  line [" + line.stream().map(String::valueOf).collect(Collectors.joining(", ")) + "]");
    }
    plot.add("```");
    plots.add(String.join("\n", plot));
  }

  @Override
  public void close() throws IOException {
    var text = new ArrayList<>(List.of("| figure | target | measured |", "| --- | --- | --- |"));
    text.addAll(rows);
    plots.forEach(plot -> text.addAll(List.of("", plot)));
    Files.createDirectories(FILE.getParent());
    Files.write(FILE, text);
    text.forEach(System.out::println);
  }
}
