package io.tokenrevocation.feed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tokenrevocation.StoreUnavailableException;
import io.tokenrevocation.TokenRevocation;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuthorityFeedTest {

  private static final Instant TIME = Instant.ofEpochSecond(1_000_000_000);
  private static final Mark FIRST = new Mark("1.MQ");

  private final FakeTicker ticker = new FakeTicker();
  private TestAuthorityServer authority;
  private AuthorityFeed feed;

  @BeforeEach
  void start() throws IOException {
    authority = new TestAuthorityServer();
    feed = follower(Duration.ofSeconds(10));
  }

  @AfterEach
  void stop() {
    authority.close();
  }

  private AuthorityFeed follower(Duration leeway) {
    return new AuthorityFeed(
        new AuthorityFeed.Authority(
            authority.address(), TestAuthorityServer.CREDENTIAL, Duration.ofSeconds(3)),
        (signature, answer) -> signature.equals("good"),
        leeway,
        new FakeClock(TIME),
        ticker);
  }

  private void assertLost(Mark mark, String because) {
    assertThatExceptionOfType(StoreUnavailableException.class)
        .isThrownBy(() -> feed.since(mark))
        .withMessageContaining(because);
  }

  @Nested
  class ASnapshot {

    @Test
    void isAskedForWithoutAMarkAndWithTheCredential() {
      authority.answer("", "1.MQ", false, "stolen");
      feed.since(Mark.START);
      assertThat(authority.asked())
          .containsExactly("wait=0 Bearer " + TestAuthorityServer.CREDENTIAL);
    }

    @Test
    void hasTheRevocationsAndTheNextMark() {
      authority.answer("", "1.MQ", true, "stolen", "lost");
      var delta = feed.since(Mark.START);
      assertThat(delta.revocations())
          .extracting(revocation -> ((TokenRevocation) revocation).tokenId())
          .containsExactly("stolen", "lost");
      assertThat(delta.next()).isEqualTo(FIRST);
      assertThat(delta.more()).isTrue();
      assertThat(delta.gap()).isEmpty();
    }

    @Test
    void mayBeCompressed() {
      var json = TestAuthorityServer.json("", "1.MQ", false, "stolen").getBytes(UTF_8);
      authority.answer(exchange -> TestAuthorityServer.sendCompressed(exchange, json));
      assertThat(feed.since(Mark.START).revocations()).hasSize(1);
    }
  }

  @Nested
  class AfterAMark {

    @Test
    void isWaitedForOnlyAtTheEndAndNotJustThere() {
      authority.answer("", "1.MQ", true);
      feed.since(Mark.START);
      authority.answer("1.MQ", "1.Mg", false);
      feed.since(FIRST);
      authority.answer("1.Mg", "1.Mw", false);
      feed.since(new Mark("1.Mg"));
      feed.since(new Mark("1.Mg"));
      assertThat(authority.asked())
          .extracting(asked -> asked.substring(0, asked.indexOf(' ')))
          .containsExactly("wait=0", "after=1.MQ&wait=0", "after=1.Mg&wait=0", "after=1.Mg&wait=3");
    }

    @Test
    void isAsOldAsTheTimeInItSays() {
      authority.answer("1.MQ", "1.MQ", false);
      assertThat(feed.since(FIRST).age()).contains(Duration.ZERO);
      ticker.advance(Duration.ofSeconds(20));
      assertThat(feed.since(FIRST).age().orElseThrow())
          .isBetween(Duration.ofMillis(19_990), Duration.ofSeconds(20));
    }

    @Test
    void beginsAnewIfTheAuthorityCannotReadTheMark() {
      authority.answer(
          exchange -> {
            var hasMark = exchange.getRequestURI().getQuery().contains("after");
            TestAuthorityServer.send(
                exchange,
                hasMark ? 400 : 200,
                TestAuthorityServer.json("", "2.MQ", false, "stolen"),
                "good");
          });
      assertThat(feed.since(FIRST).next()).isEqualTo(new Mark("2.MQ"));
    }
  }

  @Nested
  class IsNotBelieved {

    @ParameterizedTest
    @ValueSource(strings = {"", "bad"})
    void withoutTheAuthoritysSignature(String signature) {
      authority.answer(200, TestAuthorityServer.json("", "1.MQ", false), signature);
      assertLost(Mark.START, "the answer is not signed by the authority");
    }

    @Test
    void ifItIsToAnotherMark() {
      authority.answer("1.Mg", "1.Mw", false);
      assertLost(FIRST, "the answer is to another question");
    }

    @Test
    void ifItIsNoJson() {
      authority.answer(200, "<html>Please sign in</html>", "good");
      assertLost(FIRST, "the answer is not understood");
    }

    @ParameterizedTest
    @ValueSource(ints = {204, 302, 401, 404, 500, 503})
    void withAnotherStatus(int status) {
      authority.answer(
          exchange -> {
            exchange.getResponseHeaders().set("Location", authority.address() + "?elsewhere");
            TestAuthorityServer.send(exchange, status, "", "good");
          });
      assertLost(FIRST, "HTTP status " + status);
      assertThat(authority.asked()).as("no redirect is followed").hasSize(1);
    }

    @Test
    void ifItIsTooLongOnceItIsDecompressed() {
      var long33 = new byte[FeedEndpoint.MAX_BYTES + 1];
      Arrays.fill(long33, (byte) ' ');
      authority.answer(exchange -> TestAuthorityServer.sendCompressed(exchange, long33));
      assertLost(FIRST, "no answer");
    }

    @Test
    void ifItIsTooLongAsItIs() {
      var long33 = " ".repeat(FeedEndpoint.MAX_BYTES + 1);
      authority.answer(200, long33, "good");
      assertLost(FIRST, "no answer");
    }

    @Test
    void ifItDoesNotCome() {
      authority.close();
      assertLost(FIRST, "no answer");
    }
  }

  @Nested
  class AGap {

    @Test
    void isARevocationOfAnUnknownKindForGood() {
      var json = TestAuthorityServer.json("", "1.MQ", true, "stolen");
      authority.answer(200, json.replace("\"kind\":\"token\"", "\"kind\":\"device\""), "good");
      assertThat(feed.since(Mark.START).gap().orElseThrow()).contains("[device]");

      authority.answer("1.MQ", "1.Mg", false);
      assertThat(feed.since(FIRST).gap().orElseThrow()).contains("[device]");
    }

    @Test
    void isALeewayThatRevocationsAreNotKeptFor() {
      feed = follower(Duration.ofMinutes(5).plusSeconds(1));
      authority.answer("", "1.MQ", false);
      assertThat(feed.since(Mark.START).gap().orElseThrow())
          .isEqualTo(
              "revocation.leeway is PT5M1S, but the authority keeps revocations for one of PT5M");
    }
  }

  @Test
  void endsAtOnceWhenItIsToldToStop() throws Exception {
    var arrived = new CountDownLatch(1);
    var over = new CountDownLatch(1);
    authority.answer(
        exchange -> {
          arrived.countDown();
          await(over);
          exchange.close();
        });
    var stopper =
        new Thread(
            () -> {
              await(arrived);
              feed.stop();
            });
    stopper.start();
    try {
      assertThatExceptionOfType(CancellationException.class).isThrownBy(() -> feed.since(FIRST));
      assertThatExceptionOfType(CancellationException.class).isThrownBy(() -> feed.since(FIRST));
    } finally {
      over.countDown();
    }
    stopper.join();
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
