package io.tokenrevocation.pool;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tokenrevocation.StoreUnavailableException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Of what is asked, 0 takes until it is released, and less than 0 fails. */
class GroupCommitTest {

  private static final int AT_ONCE = 5;

  private final List<List<Integer>> batches = Collections.synchronizedList(new ArrayList<>());
  private final CountDownLatch slow = new CountDownLatch(1);
  private final CountDownLatch release = new CountDownLatch(1);
  private final GroupCommit<Integer, String> commits = commits(Duration.ofSeconds(30));

  private GroupCommit<Integer, String> commits(Duration patience) {
    return new GroupCommit<>(1, AT_ONCE, patience, this::work);
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
    assertThat(commits.ask(1)).isEqualTo("done 1");
    assertThat(commits.ask(2)).isEqualTo("done 2");
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
    for (var other : others) {
      assertThatThrownBy(() -> other.get(10, SECONDS))
          .isInstanceOf(ExecutionException.class)
          .hasRootCauseMessage("on purpose");
    }
    assertThat(commits.ask(4)).isEqualTo("done 4");
  }

  @Test
  void isAskedInVainByWhoWouldHaveToWaitTooLong() throws Exception {
    var impatient = commits(Duration.ofMillis(50));
    var first = CompletableFuture.supplyAsync(() -> impatient.ask(0), TestThreads::start);
    TestThreads.await(slow);
    assertThatThrownBy(() -> impatient.ask(1)).isInstanceOf(StoreUnavailableException.class);
    release.countDown();
    assertThat(first.get(10, SECONDS)).isEqualTo("done 0");
    assertThat(impatient.ask(2)).isEqualTo("done 2");
    assertThat(batches).as("without the 1").containsExactly(List.of(0), List.of(2));
  }

  @Test
  void answersEverybodyUnderLoad() throws Exception {
    var all =
        IntStream.range(0, 8)
            .mapToObj(
                client ->
                    CompletableFuture.supplyAsync(
                        () ->
                            IntStream.range(1, 2_000)
                                .filter(n -> !commits.ask(n).equals("done " + n))
                                .count(),
                        TestThreads::start))
            .toList();
    for (var wrong : all) {
      assertThat(wrong.get(30, SECONDS)).isZero();
    }
  }

  private CompletableFuture<String> asked(int number) {
    return CompletableFuture.supplyAsync(() -> commits.ask(number), TestThreads::start);
  }

  /** Returns when each waits; one after the other, so that they are in this order. */
  private List<CompletableFuture<String>> queued(int... numbers) throws InterruptedException {
    var all = new ArrayList<CompletableFuture<String>>();
    for (var number : numbers) {
      var answer = new CompletableFuture<String>();
      var thread = new Thread(() -> answer.completeAsync(() -> commits.ask(number), Runnable::run));
      thread.setDaemon(true);
      thread.start();
      while (thread.getState() != Thread.State.TIMED_WAITING) {
        Thread.sleep(1);
      }
      all.add(answer);
    }
    return all;
  }
}
