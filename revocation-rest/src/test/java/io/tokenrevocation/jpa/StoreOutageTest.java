package io.tokenrevocation.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tokenrevocation.StoreUnavailableException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StoreOutageTest {

  private final AtomicLong nanos = new AtomicLong();
  private final StoreOutage outage = new StoreOutage(nanos::get);

  private final Logger logger = Logger.getLogger(StoreOutage.class.getName());
  private final List<String> lines = new ArrayList<>();
  private final Handler handler =
      new Handler() {
        @Override
        public void publish(LogRecord line) {
          lines.add(line.getLevel() + " " + line.getMessage());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };

  @BeforeEach
  void listen() {
    logger.addHandler(handler);
    logger.setUseParentHandlers(false);
  }

  @AfterEach
  void close() {
    logger.removeHandler(handler);
    logger.setUseParentHandlers(true);
  }

  private void succeed() {
    assertThat(outage.<String>watch(() -> "done")).isEqualTo("done");
  }

  private void fail() {
    var failure = new StoreUnavailableException("the database does not answer");
    assertThatThrownBy(
            () ->
                outage.watch(
                    () -> {
                      throw failure;
                    }))
        .isSameAs(failure);
  }

  private void seconds(long seconds) {
    nanos.addAndGet(Duration.ofSeconds(seconds).toNanos());
  }

  @Test
  void isNoneWhileRequestsUseTheDatabase() {
    succeed();
    succeed();
    assertThat(lines).isEmpty();
  }

  @Test
  void isToldOnceAndOnceWhenItIsOver() {
    fail();
    seconds(60);
    fail();
    assertThat(lines)
        .singleElement()
        .asString()
        .startsWith("WARNING REV0206: ")
        .contains("(the database does not answer)");

    lines.clear();
    seconds(5);
    succeed();
    succeed();
    assertThat(lines)
        .containsExactly("INFO REV0270: Requests that need the database are answered again");
  }

  @Test
  void isNotOverWhileSomeRequestsFail() {
    for (var request = 0; request < 10; request++) {
      fail();
      seconds(4);
      succeed();
    }
    assertThat(lines).hasSize(1);
  }

  @Test
  void isToldAgainWhenThereIsAnother() {
    for (var outages = 0; outages < 2; outages++) {
      fail();
      seconds(5);
      succeed();
    }
    assertThat(lines).hasSize(4);
  }
}
