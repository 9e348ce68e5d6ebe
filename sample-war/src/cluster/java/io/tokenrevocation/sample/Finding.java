package io.tokenrevocation.sample;

import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** What was seen, for whoever runs the faults. */
final class Finding {

  private Finding() {}

  static void print(String format, Object... values) {
    System.out.println("FOUND " + String.format(Locale.ROOT, format, values));
  }

  /** Waits until something is true, and returns how long that took. */
  static long millisUntil(BooleanSupplier condition) throws InterruptedException {
    var start = System.nanoTime();
    if (!RunCommand.within(Cluster.PATIENCE_SECONDS, condition)) {
      throw new AssertionError("not within " + Cluster.PATIENCE_SECONDS + " s");
    }
    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
  }
}
