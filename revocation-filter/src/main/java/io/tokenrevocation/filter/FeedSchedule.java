package io.tokenrevocation.filter;

import io.tokenrevocation.Messages;
import io.tokenrevocation.feed.RevocationFeed;
import jakarta.enterprise.concurrent.ContextService;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.naming.InitialContext;
import javax.naming.NamingException;

/**
 * Pulls at an interval, and when the source pushes, until it is told to stop, in the context of the
 * application. What is due beside that has a thread of its own, so that following never waits for
 * it.
 *
 * <p>The threads are its own: a server's scheduler forgets a task for good if its first run comes
 * before the application is quite deployed, and TomEE has none at that time.
 */
final class FeedSchedule {

  private static final System.Logger LOG = System.getLogger(FeedSchedule.class.getName());
  private static final String CONTEXT = "java:comp/DefaultContextService";

  /** How often it is looked for what is due beside following. */
  private static final Duration UPKEEP = Duration.ofMillis(100);

  private final PushSchedule push = new PushSchedule(Duration.ofSeconds(1));
  private final List<ScheduledExecutorService> threads = new ArrayList<>();
  private volatile boolean stopped;

  /**
   * Pulls once, so that the first request finds everything unless the source is down.
   *
   * @param tidy done once a minute
   */
  synchronized void start(RevocationFeed feed, Duration interval, Runnable tidy) {
    if (threads.isEmpty()) {
      var pulls = new Guard(Messages.PULL_FAILED);
      pulls.run(feed::pull);
      repeat(thread("revocation-feed"), feed::pull, pulls, interval);
      var upkeep = thread("revocation-upkeep");
      repeat(upkeep, feed::upkeep, new Guard(Messages.UPKEEP_FAILED), UPKEEP);
      repeat(upkeep, tidy, new Guard(Messages.UPKEEP_FAILED), Duration.ofMinutes(1));
      feed.pushingSource()
          .ifPresent(
              source ->
                  push.start(
                      source,
                      () -> pulls.run(feed::pull),
                      FeedSchedule::inContextOfTheApplication));
    }
  }

  private ScheduledExecutorService thread(String name) {
    var thread = Executors.newSingleThreadScheduledExecutor(work -> daemon(work, name));
    threads.add(thread);
    return thread;
  }

  private static void repeat(
      ScheduledExecutorService thread, Runnable work, Guard guard, Duration interval) {
    var inContext = inContextOfTheApplication(work);
    var unused =
        thread.scheduleWithFixedDelay(
            () -> guard.run(inContext),
            interval.toMillis(),
            interval.toMillis(),
            TimeUnit.MILLISECONDS);
  }

  /** Interrupts nothing: that could close the file of an embedded database. */
  synchronized void stop() {
    stopped = true;
    push.stop();
    threads.forEach(ScheduledExecutorService::shutdown);
    threads.clear();
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

  /**
   * An exception would end a repetition silently. Of those in a row, one is logged; of a pull, they
   * are also growing staleness.
   */
  private final class Guard {

    private final Messages message;
    private volatile boolean failing;

    Guard(Messages message) {
      this.message = message;
    }

    void run(Runnable work) {
      try {
        work.run();
        failing = false;
      } catch (RuntimeException | Error e) {
        if (!failing && !stopped) {
          LOG.log(Level.ERROR, message.text(e.getMessage()), e);
        }
        failing = true;
      }
    }
  }
}
