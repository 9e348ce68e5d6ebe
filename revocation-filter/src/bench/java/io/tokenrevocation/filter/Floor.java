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

/** What nothing that compares a header with one it has kept can be faster than. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class Floor {

  private Tokens headers;
  private String[] batch;
  private String[] kept;
  private int at;

  @Setup
  public void make() {
    var tokens = BenchTokens.read();
    headers = new Tokens(tokens.headers());
    kept = tokens.headers().toArray(String[]::new);
  }

  @Setup(Level.Invocation)
  public void receive() {
    batch = headers.batch();
  }

  /** Reads the header that came, and nothing else. */
  @Benchmark
  @OperationsPerInvocation(Tokens.BATCH)
  public int headerRead(ProcessorTime time) {
    time.start();
    var found = 0;
    for (var header : batch) {
      found += header.indexOf('\n');
    }
    time.stop();
    return found;
  }

  /** Compares it with the one that was kept, of which the place is known without looking. */
  @Benchmark
  @OperationsPerInvocation(Tokens.BATCH)
  public int headerCompared(ProcessorTime time) {
    time.start();
    var same = 0;
    for (var header : batch) {
      at = Tokens.next(at, kept.length);
      same += kept[at].equals(header) ? 1 : 0;
    }
    time.stop();
    if (same != Tokens.BATCH) {
      throw new IllegalStateException("compared with another");
    }
    return same;
  }
}
