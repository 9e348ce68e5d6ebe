package io.tokenrevocation.filter;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.jwk.JWKSet;
import com.sun.net.httpserver.HttpServer;
import io.tokenrevocation.token.ConfiguredIssuer;
import io.tokenrevocation.token.TrustedIssuers;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.IntConsumer;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;

/**
 * Decides on virtual threads and counts, by the events of Java itself, how often one that waited
 * kept its carrier from others. The keys are fetched over HTTP when the first tokens come, and
 * revocations are taken in meanwhile.
 */
final class PinnedThreads {

  private static final int FIRST_WITH_VIRTUAL_THREADS = 21;
  private static final String PINNED = "jdk.VirtualThreadPinned";
  private static final int THREADS = 1_000;
  private static final int TOKENS = 10_000;
  private static final int ROUNDS = 5;
  private static final int MOST_TRIES = 50;
  private static final int LIVE = 100_000;
  private static final int ROOM = 20_000_000;
  private static final Duration SLOW = Duration.ofMillis(300);

  private PinnedThreads() {}

  /** Says what it counted; fails if a decision pinned a thread, or if pinning would not be seen. */
  static String report() throws IOException, InterruptedException {
    if (Runtime.version().feature() < FIRST_WITH_VIRTUAL_THREADS) {
      return "This Java has no virtual threads.\n";
    }
    var control = pinnedDuring(PinnedThreads::waitWhereItPins).size();
    if (control == 0) {
      throw new IllegalStateException("a pinned thread is not noticed");
    }
    // Whoever needs a class while another thread initializes it is pinned: once, in any program.
    var first = pinnedDuring(PinnedThreads::decide).size();
    var pinned = pinnedDuring(PinnedThreads::decide);
    if (!pinned.isEmpty()) {
      throw new IllegalStateException("pinned while deciding: " + pinned);
    }
    return String.format(
        Locale.ROOT,
        "%,d decisions on %,d virtual threads: pinned 0 times; %d in the same decisions before,"
            + " which initialized the classes; %d in a thread that waits in a class's"
            + " initializer%n",
        ROUNDS * TOKENS,
        THREADS,
        first,
        control);
  }

  private static List<RecordedEvent> pinnedDuring(Work work)
      throws IOException, InterruptedException {
    var file = Files.createTempFile("pinned", ".jfr");
    try (var recording = new Recording()) {
      recording.enable(PINNED).withThreshold(Duration.ZERO);
      recording.start();
      work.run();
      recording.stop();
      recording.dump(file);
      return RecordingFile.readAllEvents(file).stream()
          .filter(event -> event.getEventType().getName().equals(PINNED))
          .toList();
    } finally {
      Files.delete(file);
    }
  }

  private static void waitWhereItPins() {
    onVirtualThreads(1, first -> System.out.println("A class that waited: " + new Waiting()));
  }

  private static void decide() throws IOException, InterruptedException {
    var decided = new LongAdder();
    var tokens = BenchTokens.read();
    var headers = tokens.headers().subList(0, TOKENS);
    var server = keyServer(tokens);
    var address = "http://127.0.0.1:" + server.getAddress().getPort() + "/keys";
    var settings =
        TestContexts.settings(
            "revocation.issuers",
            "pool",
            "revocation.issuer.pool.uri",
            BenchTokens.ISSUER,
            "revocation.issuer.pool.profile",
            "cognito",
            "revocation.issuer.pool.jwks",
            address);
    try (var issuers =
        new TrustedIssuers(List.of(), ConfiguredIssuer.all(settings), Clock.systemUTC())) {
      var decision = new Decision(issuers, LIVE, ROOM);
      var deciding = new AtomicBoolean(true);
      var writer = new Thread(() -> revokeWhile(deciding, decision));
      writer.start();
      onVirtualThreads(THREADS, first -> decide(decision, headers, first, decided));
      deciding.set(false);
      writer.join();
    } finally {
      server.stop(0);
    }
    if (decided.sum() != (long) ROUNDS * TOKENS) {
      throw new IllegalStateException("only " + decided + " passed");
    }
  }

  private static void decide(
      Decision decision, List<String> headers, int first, LongAdder decided) {
    var request = new HeaderRequest();
    for (var at = 0; at < ROUNDS * TOKENS / THREADS; at++) {
      var header = headers.get((first + at * THREADS) % TOKENS);
      var tries = 1;
      while (!decision.passes(request, header) && tries < MOST_TRIES) {
        pause(); // the keys were not there in time: it is told to try again
        tries++;
      }
      decided.add(tries < MOST_TRIES ? 1 : 0);
    }
  }

  /** All begin at once. */
  private static void onVirtualThreads(int count, IntConsumer work) {
    var begun = new CountDownLatch(count);
    var done = new CountDownLatch(count);
    for (var number = 0; number < count; number++) {
      var first = number;
      startVirtual(
          () -> {
            begun.countDown();
            await(begun);
            try {
              work.accept(first);
            } finally {
              done.countDown();
            }
          });
    }
    await(done);
  }

  private static void revokeWhile(AtomicBoolean deciding, Decision decision) {
    while (deciding.get()) {
      decision.revoke(1_000);
    }
  }

  private static HttpServer keyServer(BenchTokens tokens) throws IOException {
    var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    var keys = new JWKSet(tokens.key()).toString().getBytes(UTF_8);
    server.createContext(
        "/",
        exchange -> {
          try (exchange) {
            pause();
            exchange.sendResponseHeaders(200, keys.length);
            exchange.getResponseBody().write(keys);
          }
        });
    server.start();
    return server;
  }

  /** By reflection, since it is compiled for a Java that has none. */
  private static void startVirtual(Runnable work) {
    try {
      Thread.class.getMethod("startVirtualThread", Runnable.class).invoke(null, work);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void pause() {
    try {
      Thread.sleep(SLOW.toMillis());
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private interface Work {
    void run() throws IOException, InterruptedException;
  }

  /** Whoever needs it first waits in its initializer, which no virtual thread can leave. */
  private static final class Waiting {
    static {
      pause();
    }
  }
}
