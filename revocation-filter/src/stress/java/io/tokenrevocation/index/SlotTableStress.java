package io.tokenrevocation.index;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;
import org.openjdk.jcstress.infra.results.JJ_Result;

/** What one reader may see of one writer, in the memory model of Java. All keys share a segment. */
public final class SlotTableStress {

  private static final long NOW = 100;
  private static final long LATER = 200;
  private static final long LOW = 0x1234_5678_0000_0000L;

  private SlotTableStress() {}

  private static Entry entry(long high, long until, long value) {
    return new Entry(high, LOW, until, value);
  }

  /** A table with keys from 1 on, so full that the next one is added to a new segment. */
  private static SlotTable full() {
    var table = new SlotTable(Segment::ofKeys);
    for (var high = 1; high <= 4; high++) {
      table.add(entry(high, LATER, 0), NOW);
    }
    return table;
  }

  /** Whoever is told of a revocation finds it. */
  @JCStressTest
  @Outcome(
      id = {"0, 0", "0, 1", "1, 1"},
      expect = ACCEPTABLE,
      desc = "not told yet, or found")
  @Outcome(expect = FORBIDDEN, desc = "told, but not found")
  @State
  public static class Told {

    private final SlotTable table = full();
    private volatile int told;

    @Actor
    public void writer() {
      for (var high = 5; high <= 12; high++) {
        table.add(entry(high, LATER, 0), NOW);
      }
      told = 1;
    }

    @Actor
    public void reader(II_Result result) {
      result.r1 = told;
      result.r2 = table.contains(12, LOW) ? 1 : 0;
    }
  }

  /** What was there is found while the segment is replaced, and what never was is not. */
  @JCStressTest
  @Outcome(id = "1, 0", expect = ACCEPTABLE, desc = "found, and not found")
  @Outcome(expect = FORBIDDEN, desc = "lost, or made up")
  @State
  public static class Kept {

    private final SlotTable table = full();

    @Actor
    public void writer() {
      for (var high = 5; high <= 12; high++) {
        table.add(entry(high, LATER, 0), NOW);
      }
    }

    @Actor
    public void reader(II_Result result) {
      result.r1 = table.contains(3, LOW) ? 1 : 0;
      result.r2 = table.contains(12, ~LOW) ? 1 : 0;
    }
  }

  /** What must be kept is found while others expire. */
  @JCStressTest
  @Outcome(
      id = {"1, 0", "1, 1"},
      expect = ACCEPTABLE,
      desc = "the live one is found")
  @Outcome(expect = FORBIDDEN, desc = "the live one is lost")
  @State
  public static class Purged {

    private final SlotTable table = new SlotTable(Segment::ofKeys);

    public Purged() {
      table.add(entry(1, NOW, 0), 0);
      table.add(entry(2, LATER, 0), 0);
      table.add(entry(3, NOW, 0), 0);
    }

    @Actor
    public void writer() {
      table.purge(0, NOW);
    }

    @Actor
    public void reader(II_Result result) {
      result.r1 = table.contains(2, LOW) ? 1 : 0;
      result.r2 = table.contains(3, LOW) ? 1 : 0;
    }
  }

  /** A cut-off is none, the first or the second, and never goes back. */
  @JCStressTest
  @Outcome(
      id = {
        "-9223372036854775808, -9223372036854775808",
        "-9223372036854775808, 5",
        "-9223372036854775808, 9",
        "5, 5",
        "5, 9",
        "9, 9"
      },
      expect = ACCEPTABLE,
      desc = "in order")
  @Outcome(expect = FORBIDDEN, desc = "torn, or back")
  @State
  public static class Raised {

    private final SlotTable table = new SlotTable(Segment::ofValues);

    @Actor
    public void writer() {
      table.add(entry(1, LATER, 5), NOW);
      table.raise(entry(1, LATER, 9));
      table.add(entry(2, LATER, 5), NOW);
      table.add(entry(3, LATER, 5), NOW);
    }

    @Actor
    public void reader(JJ_Result result) {
      result.r1 = table.value(1, LOW);
      result.r2 = table.value(1, LOW);
    }
  }
}
