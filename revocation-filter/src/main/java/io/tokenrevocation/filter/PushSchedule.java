package io.tokenrevocation.filter;

import io.tokenrevocation.feed.PushingSource;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Listens to a source until it is told to stop, a little at a time, on a thread of its own. */
final class PushSchedule {

  private static final System.Logger LOG = System.getLogger(PushSchedule.class.getName());

  /** Short, for this is how long the thread outlives the application. */
  private static final Duration AT_A_TIME = Duration.ofMillis(500);

  private final Duration retry;
  private @Nullable ScheduledExecutorService thread;

  /** Makes one that tries again after a time, when there was nobody to listen to. */
  PushSchedule(Duration retry) {
    this.retry = retry;
  }

  /**
   * Has a pull done whenever the source has news.
   *
   * @param inContext gives work the context of the application
   */
  synchronized void start(PushingSource source, Runnable pull, UnaryOperator<Runnable> inContext) {
    thread =
        Executors.newSingleThreadScheduledExecutor(
            work -> FeedSchedule.daemon(work, "revocation-push"));
    repeat(thread, new Listening(source, pull), inContext);
  }

  /** Interrupts nothing, as {@link FeedSchedule#stop} does not. */
  synchronized void stop() {
    if (thread != null) {
      thread.shutdown();
      thread = null;
    }
  }

  /** Again at once or, if there was nobody to listen to, later. */
  private void repeat(
      ScheduledExecutorService thread, Listening listening, UnaryOperator<Runnable> inContext) {
    var task = inContext.apply(listening);
    Runnable again =
        new Runnable() {
          @Override
          public void run() {
            listening.succeeded = false;
            attempt(task);
            try {
              var unused =
                  thread.schedule(
                      this, listening.succeeded ? 0 : retry.toMillis(), TimeUnit.MILLISECONDS);
            } catch (RejectedExecutionException stopped) {
              LOG.log(Level.DEBUG, "listened for the last time");
            }
          }
        };
    thread.execute(again);
  }

  /** An exception, be it of the context, would end the repetition. */
  private static void attempt(Runnable task) {
    try {
      task.run();
    } catch (RuntimeException | Error e) {
      LOG.log(Level.DEBUG, "nothing is pushed", e);
    }
  }

  /** Listens once. */
  private static final class Listening implements Runnable {

    private final PushingSource source;
    private final Runnable pull;
    private volatile boolean succeeded;

    Listening(PushingSource source, Runnable pull) {
      this.source = source;
      this.pull = pull;
    }

    @Override
    public void run() {
      succeeded = source.listen(pull, AT_A_TIME);
    }
  }
}
