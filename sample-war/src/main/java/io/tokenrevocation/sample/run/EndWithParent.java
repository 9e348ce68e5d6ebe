package io.tokenrevocation.sample.run;

import org.jspecify.annotations.Nullable;

/**
 * A Java agent that ends the server when the process that started it is gone, even if that was
 * killed and could not say so.
 */
public final class EndWithParent {

  private static final long EVERY_MILLIS = 500;

  private EndWithParent() {}

  /**
   * Called by the JVM before the server's own code.
   *
   * @param parentPid the process to end with
   */
  public static void premain(String parentPid) {
    var parent = ProcessHandle.of(Long.parseLong(parentPid));
    var watch = new Thread(() -> watch(parent.orElse(null)), "end-with-parent");
    watch.setDaemon(true);
    watch.start();
  }

  private static void watch(@Nullable ProcessHandle parent) {
    while (parent != null && parent.isAlive()) {
      try {
        Thread.sleep(EVERY_MILLIS);
      } catch (InterruptedException e) {
        break;
      }
    }
    Runtime.getRuntime().halt(1); // commits are durable; nothing is worth waiting for
  }
}
