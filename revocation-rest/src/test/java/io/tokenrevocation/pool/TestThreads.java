package io.tokenrevocation.pool;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Threads of a test. */
final class TestThreads {

  private TestThreads() {}

  /** An executor that never queues, so that one waiting task keeps no other from starting. */
  static void start(Runnable task) {
    var thread = new Thread(task, "test");
    thread.setDaemon(true);
    thread.start();
  }

  static void await(CountDownLatch latch) {
    try {
      if (!latch.await(10, TimeUnit.SECONDS)) {
        throw new AssertionError("waited in vain");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }
}
