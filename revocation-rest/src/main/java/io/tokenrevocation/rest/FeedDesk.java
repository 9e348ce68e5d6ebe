package io.tokenrevocation.rest;

import io.tokenrevocation.StoreUnavailableException;
import io.tokenrevocation.filter.RevocationApplied;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.BeforeDestroyed;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Reception;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Where followers wait for news. However many they are, they take one thread, and none of the
 * server's; and however slow the database is, no request waits for it there.
 */
@ApplicationScoped
class FeedDesk {

  private static final int MOST_CALLS = 10_000;

  /** For the one thread only. */
  private final Set<FeedCall> waiting = Collections.newSetFromMap(new IdentityHashMap<>());

  private final AtomicInteger calls = new AtomicInteger();
  private final AtomicBoolean woken = new AtomicBoolean();
  private RememberedAnswers answers;
  private ScheduledThreadPoolExecutor thread;

  @SuppressWarnings("NullAway.Init") // for the CDI proxy
  FeedDesk() {}

  @Inject
  FeedDesk(FeedReader reader) {
    this(new RememberedAnswers(reader::read, System::nanoTime));
  }

  FeedDesk(RememberedAnswers answers) {
    this.answers = answers;
    this.thread = new ScheduledThreadPoolExecutor(1, FeedDesk::daemon);
    thread.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    thread.setRemoveOnCancelPolicy(true);
  }

  /**
   * Answers a call at once if there is news, else when there is or the time is over.
   *
   * @throws StoreUnavailableException if there are too many
   */
  void answer(FeedCall call, Duration wait) {
    if (calls.incrementAndGet() > MOST_CALLS) {
      calls.decrementAndGet();
      throw new StoreUnavailableException("too many followers ask at the same time");
    }
    try {
      thread.execute(() -> begin(call, wait));
    } catch (RejectedExecutionException e) {
      throw new StoreUnavailableException("the application is about to end", e);
    }
  }

  /** Something was revoked, here or elsewhere. The caller is not kept. */
  void wake(@Observes(notifyObserver = Reception.IF_EXISTS) RevocationApplied event) {
    if (!woken.getAndSet(true)) {
      try {
        thread.execute(this::tellTheNews);
      } catch (RejectedExecutionException e) {
        woken.set(false); // nobody waits any more
      }
    }
  }

  /** Interrupts nothing: that could close the file of an embedded database. */
  void stop(
      @Observes(notifyObserver = Reception.IF_EXISTS) @BeforeDestroyed(ApplicationScoped.class)
          Object event) {
    thread.execute(
        () -> {
          List.copyOf(waiting).forEach(this::endWait);
          thread.shutdown();
        });
  }

  private void begin(FeedCall call, Duration wait) {
    if (!isAnswered(call, wait.isZero())) {
      waiting.add(call);
      var unused = thread.schedule(() -> endWait(call), wait.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  private void endWait(FeedCall call) {
    if (waiting.remove(call)) {
      isAnswered(call, true);
    }
  }

  private void tellTheNews() {
    woken.set(false);
    answers.forget();
    waiting.removeIf(call -> isAnswered(call, false));
  }

  private boolean isAnswered(FeedCall call, boolean whatever) {
    try {
      var answer = answers.to(call.after());
      if (!answer.isNews() && !whatever) {
        return false;
      }
      call.response().resume(answer.toResponse(call.gzip()));
    } catch (StoreUnavailableException e) {
      call.response().resume(Problem.unknownNow()); // this node's own feed says so in the log
    } catch (RuntimeException | Error e) {
      call.response().resume(e);
    }
    calls.decrementAndGet();
    return true;
  }

  private static Thread daemon(Runnable work) {
    var thread = new Thread(work, "revocation-feed-desk");
    thread.setContextClassLoader(FeedDesk.class.getClassLoader());
    thread.setDaemon(true);
    return thread;
  }
}
