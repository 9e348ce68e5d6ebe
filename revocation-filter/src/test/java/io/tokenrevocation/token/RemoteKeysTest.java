package io.tokenrevocation.token;

import static io.tokenrevocation.TestTokens.ISSUER;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class RemoteKeysTest extends RemoteKeysSteps {

  RemoteKeysTest() throws IOException {}

  @Nested
  class Fetching {

    @Test
    void waitsForTheFirstToken() {
      assertThat(server.requests()).isZero();
      assertThat(find("old")).isEqualTo(publicKey(OLD));
      assertThat(server.requests()).isEqualTo(1);
    }

    @Test
    void happensOnceForManyTokens() {
      for (var i = 0; i < 100; i++) {
        find("old");
      }
      assertThat(server.requests()).isEqualTo(1);
    }

    @Test
    void happensInTheBackgroundShortlyBefore() throws InterruptedException {
      find("old");
      var again = new CountDownLatch(1);
      server.answer(
          exchange -> {
            again.countDown();
            KeyServer.send(exchange, 500, "");
          });
      clock.advance(RemoteKeys.REMEMBERED.minusSeconds(1));
      assertThat(find("old")).isEqualTo(publicKey(OLD));
      assertThat(again.await(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void happensAgainWhenKeysHaveBeenRememberedLongEnough() {
      find("old");
      server.publish(NEW);
      clock.advance(RemoteKeys.REMEMBERED.plus(MOMENT));
      assertThat(find("old")).as("withdrawn").isEmpty();
    }
  }

  @Nested
  class Rotation {

    @Test
    void isNoticedWithTheFirstTokenOfTheNewKey() {
      find("old");
      server.publish(OLD, NEW);
      assertThat(find("new")).isEqualTo(publicKey(NEW));
      assertThat(find("old")).isEqualTo(publicKey(OLD));
    }

    @Test
    void leavesNothingOfAKeyThatIsWithdrawn() {
      find("old");
      server.publish(NEW);
      assertThat(find("new")).isPresent();
      assertThat(find("old")).isEmpty();
    }

    @Test
    void isNoticedAfterAFlood() {
      find("old");
      flood();
      server.publish(NEW);
      assertThat(find("new")).as("asked too often").isEmpty();
      clock.advance(RemoteKeys.BETWEEN_FETCHES.plus(MOMENT));
      assertThat(find("new")).isEqualTo(publicKey(NEW));
    }
  }

  @Nested
  class AFloodOfUnknownKeys {

    @Test
    void fetchesAFewTimesOnly() {
      flood();
      assertThat(server.requests()).isLessThanOrEqualTo(3);
      clock.advance(RemoteKeys.BETWEEN_FETCHES.plus(MOMENT));
      flood();
      assertThat(server.requests()).isLessThanOrEqualTo(6);
    }

    @Test
    void leavesTheKnownOnesGood() {
      flood();
      clock.advance(RemoteKeys.REMEMBERED.plus(MOMENT));
      flood();
      assertThat(find("old")).isEqualTo(publicKey(OLD));
    }

    @Test
    void asksAnEndpointThatIsDownAFewTimesOnly() {
      server.answer(500, "");
      for (var i = 0; i < 100; i++) {
        assertNotKnown("unknown-" + i);
      }
      assertThat(server.requests()).as("each fetch is tried twice").isLessThanOrEqualTo(4);
    }
  }

  private void flood() {
    for (var i = 0; i < 100; i++) {
      assertThat(find("unknown-" + i)).isEmpty();
    }
  }

  @Nested
  class AnOutage {

    @Test
    void fromTheBeginningIsNotTheClientsFault() throws IOException {
      server.goDown();
      assertNotKnown("old");
      server.comeBack();
      clock.advance(RemoteKeys.BETWEEN_FETCHES.plus(MOMENT));
      assertThat(find("old")).isEqualTo(publicKey(OLD));
    }

    @Test
    void leavesKnownKeysGood() {
      find("old");
      server.goDown();
      for (var minutes = 0; minutes < 60; minutes++) {
        clock.advance(Duration.ofMinutes(1));
        assertThat(find("old")).isEqualTo(publicKey(OLD));
      }
    }

    @Test
    void makesNothingOfAnUnknownKey() {
      find("old");
      server.goDown();
      assertThat(find("new")).isEmpty();
    }

    @Test
    void endsByItself() throws IOException {
      find("old");
      server.goDown();
      clock.advance(RemoteKeys.REMEMBERED.plus(MOMENT));
      find("old");
      server.comeBack();
      server.publish(NEW);
      clock.advance(RemoteKeys.BETWEEN_FETCHES.plus(MOMENT));
      assertThat(find("new")).isEqualTo(publicKey(NEW));
    }

    @Test
    void doesNotLastForEver() {
      find("old");
      server.goDown();
      clock.advance(RemoteKeys.KEPT_IN_OUTAGE.plus(MOMENT));
      assertNotKnown("old");
    }

    @Test
    void isHiddenByASecondTry() {
      server.answer(
          exchange -> {
            server.publish(OLD);
            KeyServer.send(exchange, 500, "");
          });
      assertThat(find("old")).isEqualTo(publicKey(OLD));
    }
  }

  @Test
  void leaveNoThreadBehind() throws InterruptedException {
    var before = Set.copyOf(Thread.getAllStackTraces().keySet());
    var others = new RemoteKeys(ISSUER, server.address(), clock);
    others.find("old", "RS256");
    others.close();
    for (var thread : Thread.getAllStackTraces().keySet()) {
      if (!before.contains(thread) && thread.getName().startsWith("pool-")) {
        thread.join(10_000); // it ends in its own time
        assertThat(thread.isAlive()).isFalse();
      }
    }
  }
}
