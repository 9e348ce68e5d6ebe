package io.tokenrevocation.filter;

import io.tokenrevocation.Messages;
import io.tokenrevocation.feed.RevocationFeed;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import org.jspecify.annotations.Nullable;

/**
 * Pulls at an interval until it is told to stop: on a thread of the server, or on one of its own
 * where the server has none to give, as TomEE has not before it is all started.
 */
final class FeedSchedule {

  private static final System.Logger LOG = System.getLogger(FeedSchedule.class.getName());
  private static final String EXECUTOR = "java:comp/DefaultManagedScheduledExecutorService";

  private @Nullable ScheduledFuture<?> task;
  private @Nullable ScheduledExecutorService ownThread;
  private volatile boolean failing;

  /** Pulls once, so that the first request finds everything unless the source is down. */
  synchronized void start(RevocationFeed feed, Duration interval) {
    if (task == null) {
      pull(feed);
      task =
          executor()
              .scheduleWithFixedDelay(
                  () -> pull(feed),
                  interval.toMillis(),
                  interval.toMillis(),
                  TimeUnit.MILLISECONDS);
    }
  }

  /** No server ends a repeating task reliably when the application goes. */
  synchronized void stop() {
    if (task != null) {
      task.cancel(false); // an interrupt could close the file of an embedded database
      task = null;
    }
    if (ownThread != null) {
      ownThread.shutdown();
      ownThread = null;
    }
  }

  /** An exception would end the repetition silently; logged, it ends as growing staleness. */
  private void pull(RevocationFeed feed) {
    try {
      feed.pull();
      failing = false;
    } catch (RuntimeException | LinkageError e) {
      if (!failing) {
        LOG.log(Level.ERROR, Messages.PULL_FAILED.text(e.getMessage()), e);
      }
      failing = true;
    }
  }

  @SuppressWarnings("BanJNDI") // a constant name, bound by the server
  private ScheduledExecutorService executor() {
    try {
      return InitialContext.<ManagedScheduledExecutorService>doLookup(EXECUTOR);
    } catch (NamingException notBound) {
      ownThread = Executors.newSingleThreadScheduledExecutor(FeedSchedule::ownThread);
      return ownThread;
    }
  }

  /** It sees the application's classes and names, as a thread of the server would. */
  private static Thread ownThread(Runnable work) {
    var thread = new Thread(work, "revocation-feed");
    thread.setDaemon(true);
    thread.setContextClassLoader(Thread.currentThread().getContextClassLoader());
    return thread;
  }
}
