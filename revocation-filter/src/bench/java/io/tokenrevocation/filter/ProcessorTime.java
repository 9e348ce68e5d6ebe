package io.tokenrevocation.filter;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** What the thread had of a processor: time by the clock is also that of whoever else had it. */
@State(Scope.Thread)
@AuxCounters(AuxCounters.Type.EVENTS)
public class ProcessorTime {

  static final String NANOS = "nanos";
  static final String TOKENS = "tokens";

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  public long nanos;
  public long tokens;

  /** Begins with a batch of tokens. */
  void start() {
    nanos -= THREADS.getCurrentThreadCpuTime();
  }

  /** Ends with it. */
  void stop() {
    nanos += THREADS.getCurrentThreadCpuTime();
    tokens += Tokens.BATCH;
  }
}
