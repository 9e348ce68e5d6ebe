package io.tokenrevocation.filter;

import com.nimbusds.jose.JOSEException;
import io.tokenrevocation.index.IndexMemory;
import io.tokenrevocation.token.RememberedTokens;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** Runs the benchmarks and prints their tables; the argument is the number of forks. */
public final class RunBenchmarks {

  private RunBenchmarks() {}

  /** Takes some minutes. */
  public static void main(String[] arguments)
      throws IOException, InterruptedException, JOSEException, RunnerException {
    BenchTokens.make();
    var memory = RememberedTokens.table();
    var forks = Integer.parseInt(arguments[0]);
    List<RunResult> results = new ArrayList<>();
    results.addAll(run(options(forks).include("\\.(Peers|FirstSeen|Floor)\\.")));
    results.addAll(run(options(forks).include("\\.Seen\\.").param("writes", "0")));
    results.addAll(
        run(
            options(forks)
                .include("\\.Seen\\.")
                .param("writes", "10000")
                .param("live", "1000000")));
    var report =
        "Java "
            + Runtime.version()
            + "\n\n"
            + new ResultTable(results)
            + "\n"
            + IndexMemory.table(List.of(1_000, 10_000, 100_000, 1_000_000, 10_000_000))
            + "\n"
            + memory;
    Files.writeString(Path.of("target/bench/decision.md"), report);
    System.out.println(report);
    System.out.println(PinnedThreads.report()); // last, since it fails where one is pinned
  }

  private static ChainedOptionsBuilder options(int forks) {
    return new OptionsBuilder()
        .jvmArgs("-Xms6g", "-Xmx6g")
        .forks(forks)
        .warmupIterations(3)
        .warmupTime(TimeValue.seconds(1))
        .measurementIterations(3)
        .measurementTime(TimeValue.seconds(1))
        .addProfiler(GCProfiler.class);
  }

  private static List<RunResult> run(ChainedOptionsBuilder options) throws RunnerException {
    return List.copyOf(new Runner(options.build()).run());
  }
}
