package io.tokenrevocation.filter;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.tokenrevocation.feed.Mark;
import io.tokenrevocation.feed.PushingSource;
import io.tokenrevocation.feed.RevocationDelta;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PushScheduleTest {

  private final PushSchedule schedule = new PushSchedule(Duration.ofMillis(1));
  private final BlockingQueue<String> pulls = new LinkedBlockingQueue<>();

  @AfterEach
  void stop() {
    schedule.stop();
  }

  private void start(Predicate<Runnable> listen, UnaryOperator<Runnable> inContext) {
    var source =
        new PushingSource() {
          @Override
          public RevocationDelta since(Mark mark) {
            throw new UnsupportedOperationException("asked by the pull only");
          }

          @Override
          public boolean listen(Runnable news, Duration atMost) {
            return listen.test(news);
          }
        };
    schedule.start(source, () -> pulls.add(Thread.currentThread().getName()), inContext);
  }

  private void assertPulled() throws InterruptedException {
    assertThat(pulls.poll(10, SECONDS)).isEqualTo("revocation-push");
  }

  private static boolean tell(Runnable news) {
    news.run();
    return true;
  }

  @Test
  void pullsEachTimeThatTheSourceHasNews() throws InterruptedException {
    start(PushScheduleTest::tell, UnaryOperator.identity());
    assertPulled();
    assertPulled();
  }

  @Test
  void triesAgainWhenThereWasNobodyToListenTo() throws InterruptedException {
    start(news -> !tell(news), UnaryOperator.identity());
    assertPulled();
    assertPulled();
  }

  @Test
  void triesAgainWhenTheSourceHasFailed() throws InterruptedException {
    start(
        news -> {
          tell(news);
          throw new IllegalStateException("on purpose");
        },
        UnaryOperator.identity());
    assertPulled();
    assertPulled();
  }

  @Test
  void listensInTheContextItIsGiven() throws InterruptedException {
    start(
        PushScheduleTest::tell,
        work ->
            () -> {
              pulls.add("context");
              work.run();
            });
    assertThat(pulls.poll(10, SECONDS)).isEqualTo("context");
    assertPulled();
  }

  @Test
  void triesAgainWhenItsContextHasFailed() throws InterruptedException {
    var failures = new AtomicInteger(2);
    start(
        PushScheduleTest::tell,
        work ->
            () -> {
              if (failures.getAndDecrement() > 0) {
                throw new IllegalStateException("on purpose");
              }
              work.run();
            });
    assertPulled();
  }

  @Test
  void endsItsThreadWhenItIsStopped() throws InterruptedException {
    var threads = new LinkedBlockingQueue<Thread>();
    start(news -> threads.add(Thread.currentThread()), UnaryOperator.identity());
    var thread = threads.take();
    schedule.stop();
    thread.join(SECONDS.toMillis(10));
    assertThat(thread.isAlive()).isFalse();
  }
}
