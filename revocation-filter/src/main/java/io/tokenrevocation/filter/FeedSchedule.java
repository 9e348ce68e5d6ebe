package io.tokenrevocation.filter;

import io.tokenrevocation.Messages;
import io.tokenrevocation.feed.RevocationFeed;
import jakarta.enterprise.concurrent.ContextService;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import org.jspecify.annotations.Nullable;

/**
 * Pulls at an interval, and when the source pushes, until it is told to stop, in the context of the
 * application.
 *
 * <p>The thread is its own: a server's scheduler forgets a task for good if its first run comes
 * before the application is quite deployed, and TomEE has none at that time.
 */
final class FeedSchedule {

  private static final System.Logger LOG = System.getLogger(FeedSchedule.class.getName());
  private static final String CONTEXT = "java:comp/DefaultContextService";

  private final PushSchedule push = new PushSchedule(Duration.ofSeconds(1));
  private @Nullable ScheduledExecutorService thread;
  private volatile boolean failing;
  private volatile boolean stopped;

  /**
   * Pulls once, so that the first request finds everything unless the source is down.
   *
   * @param tidy done once a minute
   */
  synchronized void start(RevocationFeed feed, Duration interval, Runnable tidy) {
    if (thread == null) {
      Runnable pull = feed::pull;
      pull(pull);
      var inContext = inContextOfTheApplication(pull);
      thread = Executors.newSingleThreadScheduledExecutor(work -> daemon(work, "revocation-feed"));
      repeat(thread, () -> pull(inContext), interval);
      var tidyInContext = inContextOfTheApplication(tidy);
      repeat(thread, () -> tidy(tidyInContext), Duration.ofMinutes(1));
      feed.pushingSource()
          .ifPresent(
              source ->
                  push.start(source, () -> pull(pull), FeedSchedule::inContextOfTheApplication));
    }
  }

  private static void repeat(ScheduledExecutorService thread, Runnable work, Duration interval) {
    var unused =
        thread.scheduleWithFixedDelay(
            work, interval.toMillis(), interval.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Interrupts nothing: that could close the file of an embedded database. */
  synchronized void stop() {
    stopped = true;
    push.stop();
    if (thread != null) {
      thread.shutdown();
      thread = null;
    }
  }

  /** An exception would end the repetition silently; logged, it ends as growing staleness. */
  private void pull(Runnable pull) {
    try {
      pull.run();
      failing = false;
    } catch (RuntimeException | Error e) {
      if (!failing && !stopped) {
        LOG.log(Level.ERROR, Messages.PULL_FAILED.text(e.getMessage()), e);
      }
      failing = true;
    }
  }

  /** What is not tidied now is a minute later. */
  private static void tidy(Runnable tidy) {
    try {
      tidy.run();
    } catch (RuntimeException | Error e) {
      LOG.log(Level.DEBUG, "expired tokens are not forgotten yet", e);
    }
  }

  /** Names, beans and classes are found as they are now. */
  @SuppressWarnings("BanJNDI") // a constant name, bound by the server
  private static Runnable inContextOfTheApplication(Runnable work) {
    try {
      ContextService context = InitialContext.doLookup(CONTEXT);
      return context.createContextualProxy(work, Runnable.class);
    } catch (NamingException notBound) {
      return work; // with the class loader that the thread inherits, TomEE needs no more
    }
  }

  static Thread daemon(Runnable work, String name) {
    var thread = new Thread(work, name);
    thread.setDaemon(true);
    return thread;
  }
}
