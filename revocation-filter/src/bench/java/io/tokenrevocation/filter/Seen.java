package io.tokenrevocation.filter;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** The decision about a token that was seen before, among live revocations. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class Seen {

  private static final int ROOM_FOR_ALL = 1_000_000_000;
  private static final int TENTHS = 10;

  @Param({"1000", "100000", "1000000", "10000000"})
  public int live;

  /** How many revocations another thread takes in a second. */
  @Param({"0", "10000"})
  public int writes;

  /** How many tokens come in turn: few of them stay in the processor's caches. */
  @Param({"100000"})
  public int tokens;

  private final ScheduledExecutorService writer = Executors.newSingleThreadScheduledExecutor();
  private Tokens headers;
  private String[] batch;
  private Decision decision;

  @Setup
  public void make() {
    var read = BenchTokens.read();
    headers = new Tokens(read.headers().subList(0, tokens));
    decision = new Decision(read, live, ROOM_FOR_ALL);
    // Others than those the benchmark sends, though the same characters.
    if (!read.headers().subList(0, tokens).stream().allMatch(decision::passes)) {
      throw new IllegalStateException("a token is refused");
    }
    if (writes > 0) {
      var unused =
          writer.scheduleAtFixedRate(
              () -> decision.revoke(writes / TENTHS), 0, 1_000 / TENTHS, TimeUnit.MILLISECONDS);
    }
  }

  @TearDown
  public void stop() {
    writer.shutdownNow();
  }

  @Setup(Level.Invocation)
  public void receive() {
    batch = headers.batch();
  }

  @Benchmark
  @OperationsPerInvocation(Tokens.BATCH)
  public int seen(ProcessorTime time) {
    time.start();
    var passed = 0;
    for (var header : batch) {
      passed += decision.passes(header) ? 1 : 0;
    }
    time.stop();
    return passed;
  }
}
