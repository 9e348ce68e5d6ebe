package io.tokenrevocation.sample.run;

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
    var expected = Long.parseLong(parentPid);
    var watch = new Thread(() -> watch(expected), "end-with-parent");
    watch.setDaemon(true);
    watch.start();
  }

  private static void watch(long parentPid) {
    while (isParent(parentPid)) {
      try {
        Thread.sleep(EVERY_MILLIS);
      } catch (InterruptedException e) {
        break;
      }
    }
    Runtime.getRuntime().halt(1); // commits are durable; nothing is worth waiting for
  }

  /** A dead process may be listed for long, but it is nobody's parent any more. */
  private static boolean isParent(long pid) {
    return ProcessHandle.current().parent().map(parent -> parent.pid() == pid).orElse(false);
  }
}
