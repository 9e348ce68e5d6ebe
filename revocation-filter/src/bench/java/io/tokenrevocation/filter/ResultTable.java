package io.tokenrevocation.filter;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.stream.Collectors;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.RunResult;

/** One line for each benchmark: the median of its forks, and its ratio to Nimbus. */
record ResultTable(Collection<RunResult> results) {

  private static final String ALLOCATED = "gc.alloc.rate.norm";

  @Override
  public String toString() {
    var nimbus =
        results.stream()
            .filter(result -> name(result).equals("Peers.nimbus"))
            .mapToDouble(ResultTable::median)
            .findAny()
            .orElse(Double.NaN);
    return "| what | ns | times as fast as Nimbus | bytes allocated |\n| --- | --- | --- | --- |\n"
        + results.stream()
            .sorted(Comparator.comparingDouble(ResultTable::median).reversed())
            .map(result -> line(result, nimbus))
            .collect(Collectors.joining());
  }

  private static String line(RunResult result, double nimbus) {
    var median = median(result);
    return String.format(
        Locale.ROOT,
        "| %s | %,.0f | %.2f | %,.0f |%n",
        name(result),
        median,
        nimbus / median,
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
            .map(BenchmarkResult::getPrimaryResult)
            .mapToDouble(fork -> fork.getScore())
            .sorted()
            .toArray();
    return forks.length % 2 == 1
        ? forks[forks.length / 2]
        : (forks[forks.length / 2 - 1] + forks[forks.length / 2]) / 2;
  }
}
