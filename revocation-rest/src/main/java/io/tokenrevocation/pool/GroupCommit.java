package io.tokenrevocation.pool;

import io.tokenrevocation.StoreUnavailableException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Does in one go what many ask for at the same time: while batches are under way, what others ask
 * for gathers, and the first of them does all of it. Who asks alone does it at once.
 *
 * <p>Thread-safe. It has no threads of its own, and holds no lock while it works.
 *
 * @param <Q> what is asked for
 * @param <A> the answer
 */
final class GroupCommit<Q, A> {

  /** A batch that takes longer is not waited for: the database may never answer. */
  private static final Duration LONGEST = Duration.ofSeconds(30);

  private final int batches;
  private final int atOnce;
  private final Duration patience;
  private final Function<List<Q>, List<A>> work;
  private final Deque<Place<Q, A>> queue = new ArrayDeque<>();
  private int underWay;

  /**
   * Makes one.
   *
   * @param batches how many may be under way
   * @param atOnce the largest
   * @param patience how long one waits to be part of a batch
   * @param work answers a batch, in the same order
   */
  GroupCommit(int batches, int atOnce, Duration patience, Function<List<Q>, List<A>> work) {
    this.batches = batches;
    this.atOnce = atOnce;
    this.patience = patience;
    this.work = work;
  }

  /**
   * Has something done.
   *
   * @return its answer, or empty if there was no batch in time, or the thread is interrupted:
   *     nothing was done then
   * @throws StoreUnavailableException if somebody else did the batch, and it failed; whoever did
   *     it, gets what the work has thrown
   */
  Optional<A> ask(Q question) {
    var place = new Place<Q, A>(question, new CompletableFuture<>());
    enter(place);
    try {
      return Optional.of(turn(place, patience).get());
    } catch (TimeoutException e) {
      return leave(place) ? Optional.empty() : Optional.of(end(place));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return leave(place) ? Optional.empty() : Optional.of(end(place));
    }
  }

  private synchronized void enter(Place<Q, A> place) {
    if (underWay == batches) {
      queue.add(place);
    } else {
      underWay++;
      lead(place);
    }
  }

  private void lead(Place<Q, A> place) {
    place.turn.complete(() -> doBatchOf(place));
  }

  /** Tells whether it could: who is to do a batch does it, and who is part of one waits for it. */
  private synchronized boolean leave(Place<Q, A> place) {
    return queue.remove(place);
  }

  private A end(Place<Q, A> place) {
    var interrupted = Thread.interrupted();
    try {
      return turn(place, LONGEST).get();
    } catch (TimeoutException | InterruptedException e) {
      throw unavailable(e);
    } finally {
      restore(interrupted);
    }
  }

  private Supplier<A> turn(Place<Q, A> place, Duration atMost)
      throws TimeoutException, InterruptedException {
    try {
      return place.turn.get(atMost.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw unavailable(e);
    }
  }

  /** Interrupted or not: it is done for others, too. */
  private A doBatchOf(Place<Q, A> first) {
    var interrupted = Thread.interrupted();
    try {
      return doTogether(gather(first));
    } finally {
      handOver();
      restore(interrupted);
    }
  }

  private A doTogether(List<Place<Q, A>> batch) {
    try {
      var answers = work.apply(batch.stream().map(Place::question).toList());
      for (var i = 1; i < batch.size(); i++) {
        var answer = answers.get(i);
        batch.get(i).turn.complete(() -> answer);
      }
      return answers.get(0);
    } catch (RuntimeException | Error e) {
      batch.forEach(place -> place.turn.completeExceptionally(e));
      throw e;
    }
  }

  /** With room for all at once, so that nobody is lost who has left the queue. */
  private synchronized List<Place<Q, A>> gather(Place<Q, A> first) {
    var batch = new ArrayList<Place<Q, A>>(atOnce);
    batch.add(first);
    while (batch.size() < atOnce && !queue.isEmpty()) {
      batch.add(queue.remove());
    }
    return batch;
  }

  private synchronized void handOver() {
    var next = queue.poll();
    if (next == null) {
      underWay--;
    } else {
      lead(next);
    }
  }

  private static void restore(boolean interrupted) {
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private static StoreUnavailableException unavailable(Exception e) {
    return new StoreUnavailableException("the database did not do what was asked", e);
  }

  /**
   * Somebody who asks.
   *
   * @param turn what they are to do when it is theirs: take the answer, or do a batch
   */
  private record Place<Q, A>(Q question, CompletableFuture<Supplier<A>> turn) {}
}
