package io.tokenrevocation.filter;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The decision about a token that was not seen before, or has been forgotten. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class FirstSeen {

  private static final int LIVE = 1_000_000;

  private Tokens headers;
  private String[] batch;
  private Decision decision;

  @Setup
  public void make() {
    var tokens = BenchTokens.read();
    headers = new Tokens(tokens.headers());
    decision = new Decision(tokens, LIVE, 0);
  }

  @Setup(Level.Invocation)
  public void receive() {
    batch = headers.batch();
  }

  @Benchmark
  @OperationsPerInvocation(Tokens.BATCH)
  public int firstSeen(ProcessorTime time) {
    time.start();
    var passed = 0;
    for (var header : batch) {
      passed += decision.passes(header) ? 1 : 0;
    }
    time.stop();
    return passed;
  }
}
