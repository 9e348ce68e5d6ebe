package io.tokenrevocation.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.tokenrevocation.StoreUnavailableException;
import io.tokenrevocation.TokenRevocation;
import io.tokenrevocation.filter.RevocationApplied;
import jakarta.ws.rs.container.AsyncResponse;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/**
 * What is resumed with an answer would need a server's JAX-RS: here answers fail, in known ways.
 */
class FeedDeskTest {

  private static final Duration LONG = Duration.ofMinutes(5);
  private static final RevocationApplied NEWS =
      new RevocationApplied(new TokenRevocation("i", "t", Instant.EPOCH));

  private final ConcurrentLinkedQueue<String> read = new ConcurrentLinkedQueue<>();
  private final AtomicInteger quietAnswers = new AtomicInteger();

  /** So much later that nothing is remembered. */
  private final AtomicLong nanos = new AtomicLong();

  private final FeedDesk desk =
      new FeedDesk(new RememberedAnswers(this::read, () -> nanos.addAndGet(1_000_000_000)));

  /** No news for a while, and then the database is down. */
  private FeedAnswer read(String after) {
    read.add(after);
    if (quietAnswers.getAndDecrement() > 0) {
      return new FeedAnswer(new byte[0], "", false, false);
    }
    throw new StoreUnavailableException("down, as the test wants it");
  }

  private CompletableFuture<Object> ask(Duration wait) {
    var resumed = new CompletableFuture<Object>();
    var response =
        (AsyncResponse)
            Proxy.newProxyInstance(
                FeedDeskTest.class.getClassLoader(),
                new Class<?>[] {AsyncResponse.class},
                (proxy, method, arguments) ->
                    switch (method.getName()) {
                      case "resume" -> resumed.complete(arguments[0]);
                      default -> throw new UnsupportedOperationException(method.getName());
                    });
    desk.answer(new FeedCall("1.MQ", false, response), wait);
    return resumed;
  }

  private static void assertUnknownNow(CompletableFuture<Object> answer) throws Exception {
    assertThat(answer.get(10, TimeUnit.SECONDS))
        .isInstanceOfSatisfying(
            Problem.class, problem -> assertThat(problem).hasMessage("It is not known now."));
  }

  @Test
  void tellsAtOnceThatTheDatabaseIsDown() throws Exception {
    assertUnknownNow(ask(LONG));
  }

  @Test
  void looksAgainForThoseWhoWaitWhenThereIsNews() throws Exception {
    quietAnswers.set(1);
    var answer = ask(LONG);
    while (read.isEmpty()) {
      Thread.onSpinWait();
    }
    assertThat(answer).isNotDone();
    desk.wake(NEWS);
    assertUnknownNow(answer);
    assertThat(read).containsExactly("1.MQ", "1.MQ");
  }

  @Test
  void looksAgainWhenTheWaitIsOver() throws Exception {
    quietAnswers.set(1);
    assertUnknownNow(ask(Duration.ofMillis(150)));
    assertThat(read).hasSize(2);
  }

  @Test
  void letsNobodyWaitWhenTheApplicationEnds() throws Exception {
    quietAnswers.set(1);
    var answer = ask(LONG);
    while (read.isEmpty()) {
      Thread.onSpinWait();
    }
    desk.stop(this);
    assertUnknownNow(answer);
  }
}
