package io.tokenrevocation.pool;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tokenrevocation.StoreUnavailableException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Of what is asked, 0 takes until it is released, and less than 0 fails. */
class GroupCommitTest {

  private static final int AT_ONCE = 5;

  private final List<List<Integer>> batches = Collections.synchronizedList(new ArrayList<>());
  private final CountDownLatch slow = new CountDownLatch(1);
  private final CountDownLatch release = new CountDownLatch(1);
  private final GroupCommit<Integer, String> commits = commits(1, Duration.ofSeconds(30));

  private GroupCommit<Integer, String> commits(int together, Duration patience) {
    return new GroupCommit<>(together, AT_ONCE, patience, this::work);
  }

  private List<String> work(List<Integer> batch) {
    batches.add(batch);
    if (batch.contains(0)) {
      slow.countDown();
      TestThreads.await(release);
    }
    if (batch.stream().anyMatch(number -> number < 0)) {
      throw new IllegalStateException("on purpose");
    }
    return batch.stream().map(number -> "done " + number).toList();
  }

  @Test
  void doesAtOnceWhatOneAloneAsksFor() {
    assertThat(commits.ask(1)).contains("done 1");
    assertThat(commits.ask(2)).contains("done 2");
    assertThat(batches).containsExactly(List.of(1), List.of(2));
  }

  @Test
  void doesTogetherWhatIsAskedForWhileAnotherIsUnderWay() throws Exception {
    var first = asked(0);
    TestThreads.await(slow);
    var others = queued(1, 2, 3);
    release.countDown();
    assertThat(first.get(10, SECONDS)).isEqualTo("done 0");
    for (var number = 1; number <= 3; number++) {
      assertThat(others.get(number - 1).get(10, SECONDS)).isEqualTo("done " + number);
    }
    assertThat(batches).containsExactly(List.of(0), List.of(1, 2, 3));
  }

  @Test
  void doesNoMoreAtOnceThanItMay() throws Exception {
    var first = asked(0);
    TestThreads.await(slow);
    var others = queued(1, 2, 3, 4, 5, 6, 7);
    release.countDown();
    assertThat(first.get(10, SECONDS)).isEqualTo("done 0");
    for (var other : others) {
      other.get(10, SECONDS);
    }
    assertThat(batches).containsExactly(List.of(0), List.of(1, 2, 3, 4, 5), List.of(6, 7));
  }

  @Test
  void failsForAllOfABatchAndForNobodyAfterIt() throws Exception {
    var first = asked(0);
    TestThreads.await(slow);
    var others = queued(1, -2, 3);
    release.countDown();
    assertThat(first.get(10, SECONDS)).isEqualTo("done 0");
    assertThatThrownBy(() -> others.get(0).get(10, SECONDS))
        .as("who did it")
        .hasCauseInstanceOf(IllegalStateException.class);
    for (var other : others.subList(1, 3)) {
      assertThatThrownBy(() -> other.get(10, SECONDS))
          .hasCauseInstanceOf(StoreUnavailableException.class)
          .hasRootCauseMessage("on purpose");
    }
    assertThat(commits.ask(4)).contains("done 4");
  }

  @Test
  void doesNothingForWhoWouldHaveToWaitTooLong() throws Exception {
    var impatient = commits(1, Duration.ofMillis(50));
    var first = CompletableFuture.supplyAsync(() -> impatient.ask(0), TestThreads::start);
    TestThreads.await(slow);
    assertThat(impatient.ask(1)).isEmpty();
    release.countDown();
    assertThat(first.get(10, SECONDS)).contains("done 0");
    assertThat(impatient.ask(2)).contains("done 2");
    assertThat(batches).as("without the 1").containsExactly(List.of(0), List.of(2));
  }

  @Test
  void doesNothingForWhoIsInterruptedWhileWaiting() throws Exception {
    var first = asked(0);
    TestThreads.await(slow);
    Thread.currentThread().interrupt();
    assertThat(commits.ask(1)).isEmpty();
    assertThat(Thread.interrupted()).isTrue();
    release.countDown();
    assertThat(first.get(10, SECONDS)).isEqualTo("done 0");
    assertThat(batches).containsExactly(List.of(0));
  }

  @Test
  void doesABatchToItsEndThoughItIsDoneByWhoIsInterrupted() {
    var uninterrupted = new AtomicBoolean();
    var commit =
        new GroupCommit<Integer, String>(
            1,
            AT_ONCE,
            Duration.ofSeconds(30),
            batch -> {
              uninterrupted.set(!Thread.currentThread().isInterrupted());
              return List.of("done");
            });
    Thread.currentThread().interrupt();
    assertThat(commit.ask(1)).contains("done");
    assertThat(Thread.interrupted()).isTrue();
    assertThat(uninterrupted).isTrue();
  }

  @Test
  void startsASecondBatchBesideOneThatIsUnderWay() throws Exception {
    var two = commits(2, Duration.ofSeconds(30));
    var first = CompletableFuture.supplyAsync(() -> two.ask(0), TestThreads::start);
    TestThreads.await(slow);
    assertThat(two.ask(1)).contains("done 1");
    assertThat(two.ask(2)).contains("done 2");
    release.countDown();
    assertThat(first.get(10, SECONDS)).contains("done 0");
    assertThat(two.ask(3)).contains("done 3");
  }

  @Test
  void answersEverybodyUnderLoad() throws Exception {
    var two = commits(2, Duration.ofSeconds(30));
    var all =
        IntStream.range(0, 8)
            .mapToObj(
                client ->
                    CompletableFuture.supplyAsync(
                        () ->
                            IntStream.range(1, 2_000)
                                .filter(n -> !two.ask(n).equals(Optional.of("done " + n)))
                                .count(),
                        TestThreads::start))
            .toList();
    for (var wrong : all) {
      assertThat(wrong.get(30, SECONDS)).isZero();
    }
  }

  private CompletableFuture<String> asked(int number) {
    return CompletableFuture.supplyAsync(
        () -> commits.ask(number).orElseThrow(), TestThreads::start);
  }

  /** Returns when each waits; one after the other, so that they are in this order. */
  private List<CompletableFuture<String>> queued(int... numbers) throws InterruptedException {
    var all = new ArrayList<CompletableFuture<String>>();
    for (var number : numbers) {
      var answer = new CompletableFuture<String>();
      var thread =
          new Thread(
              () -> answer.completeAsync(() -> commits.ask(number).orElseThrow(), Runnable::run));
      thread.setDaemon(true);
      thread.start();
      while (thread.getState() != Thread.State.TIMED_WAITING) {
        assertThat(thread.getState()).isNotEqualTo(Thread.State.TERMINATED);
        Thread.onSpinWait();
      }
      all.add(answer);
    }
    return all;
  }
}
