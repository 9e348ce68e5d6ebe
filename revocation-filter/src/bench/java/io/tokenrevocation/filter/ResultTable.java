package io.tokenrevocation.filter;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.RunResult;

/** One line for each benchmark: the median of its forks, and its ratio to the fastest library. */
record ResultTable(Collection<RunResult> results) {

  private static final String ALLOCATED = "gc.alloc.rate.norm";
  private static final Set<String> LIBRARIES =
      Set.of("Peers.nimbus", "Peers.spring", "Peers.smallRye");

  @Override
  public String toString() {
    var fastest =
        results.stream()
            .filter(result -> LIBRARIES.contains(name(result)))
            .mapToDouble(ResultTable::median)
            .min()
            .orElse(Double.NaN);
    return "| what | processor time, ns | times as fast as the fastest library | bytes allocated"
        + " |\n"
        + "| --- | --- | --- | --- |\n"
        + results.stream()
            .sorted(Comparator.comparingDouble(ResultTable::median).reversed())
            .map(result -> line(result, fastest))
            .collect(Collectors.joining());
  }

  private static String line(RunResult result, double fastest) {
    var median = median(result);
    return String.format(
        Locale.ROOT,
        "| %s | %,.0f | %.2f | %,.0f |%n",
        name(result),
        median,
        fastest / median,
        result.getSecondaryResults().get(ALLOCATED).getScore());
  }

  private static String name(RunResult result) {
    var parameters = result.getParams();
    var name = parameters.getBenchmark().substring(ResultTable.class.getPackageName().length() + 1);
    return name
        + parameters.getParamsKeys().stream()
            .map(key -> ", " + key + " " + parameters.getParam(key))
            .collect(Collectors.joining());
  }

  private static double median(RunResult result) {
    var forks =
        result.getBenchmarkResults().stream()
            .mapToDouble(ResultTable::nanosAToken)
            .sorted()
            .toArray();
    return forks.length % 2 == 1
        ? forks[forks.length / 2]
        : (forks[forks.length / 2 - 1] + forks[forks.length / 2]) / 2;
  }

  private static double nanosAToken(BenchmarkResult fork) {
    var counted = fork.getSecondaryResults();
    return counted.get(ProcessorTime.NANOS).getScore()
        / counted.get(ProcessorTime.TOKENS).getScore();
  }
}
