package io.tokenrevocation.sample;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/** Something between a follower and its authority, on the loopback address. */
final class FeedProxy implements AutoCloseable {

  private static final List<String> PASSED_ON =
      List.of("Cache-Control", "Content-Encoding", "Content-Type", "Revocation-Feed-Signature");
  private static final Pattern MAX_AGE = Pattern.compile("max-age=(\\d+)");

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final int authorityPort;
  private final HttpServer server;
  private final Map<String, Passed> kept = new ConcurrentHashMap<>();
  private final AtomicInteger asked = new AtomicInteger();
  private final AtomicInteger passedOn = new AtomicInteger();
  private volatile Mode mode = Mode.PASS;

  FeedProxy(int authorityPort) throws IOException {
    this.authorityPort = authorityPort;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(
        Executors.newCachedThreadPool(
            work -> {
              var thread = new Thread(work, "feed-proxy");
              thread.setDaemon(true);
              return thread;
            }));
    server.createContext("/", this::handle);
    server.start();
  }

  /** What becomes of the authority's answers. */
  enum Mode {
    /** As they are. */
    PASS,
    /** Kept for as long as they may be, for whoever has the same credential. */
    CACHE,
    /** The first answer to a question is the answer for good. */
    FREEZE,
    /** A page of the network's operator. */
    GARBAGE,
    /** One character more. */
    ALTER,
    /** An answer to another mark, signature and all. */
    SWAP,
    /** To somewhere else. */
    REDIRECT,
    /** None. */
    FAIL
  }

  /** An answer, and when it came. */
  private record Passed(int status, Map<String, List<String>> headers, String body, long at) {}

  String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/revocation/feed";
  }

  void be(Mode changed) {
    kept.clear();
    mode = changed;
  }

  int asked() {
    return asked.get();
  }

  int passedOn() {
    return passedOn.get();
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void handle(HttpExchange exchange) throws IOException {
    asked.incrementAndGet();
    var question = exchange.getRequestURI().toString();
    switch (mode) {
      case PASS -> send(exchange, pass(exchange, question), "");
      case CACHE, FREEZE -> send(exchange, keep(exchange, question), "");
      case GARBAGE -> sendText(exchange, 200, "<html>Please sign in</html>");
      case ALTER -> send(exchange, pass(exchange, question), " ");
      case SWAP -> send(exchange, pass(exchange, question.replaceAll("after=[^&]*&", "")), "");
      case REDIRECT -> {
        exchange.getResponseHeaders().set("Location", "http://127.0.0.1:" + authorityPort + "/");
        sendText(exchange, 302, "");
      }
      case FAIL -> sendText(exchange, 500, "");
    }
  }

  private Passed keep(HttpExchange exchange, String question) throws IOException {
    var headers = exchange.getRequestHeaders();
    var key = question + headers.getFirst("Authorization") + headers.getFirst("Accept-Encoding");
    var known = Optional.ofNullable(kept.get(key)).filter(this::isFresh);
    if (known.isPresent()) {
      return known.get();
    }
    var answer = pass(exchange, question);
    kept.put(key, answer);
    return answer;
  }

  private boolean isFresh(Passed answer) {
    var control = answer.headers.getOrDefault("Cache-Control", List.of("")).get(0);
    var maxAge = MAX_AGE.matcher(control);
    return mode == Mode.FREEZE
        || (control.contains("public")
            && maxAge.find()
            && System.nanoTime() - answer.at < Long.parseLong(maxAge.group(1)) * 1_000_000_000L);
  }

  private Passed pass(HttpExchange exchange, String question) throws IOException {
    passedOn.incrementAndGet();
    var request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + authorityPort + question));
    var compressed = mode == Mode.ALTER ? "" : "Accept-Encoding";
    for (var name : List.of("Authorization", compressed)) {
      var value = name.isEmpty() ? null : exchange.getRequestHeaders().getFirst(name);
      if (value != null) {
        request.header(name, value);
      }
    }
    try {
      var answer = client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
      return new Passed(
          answer.statusCode(),
          answer.headers().map(),
          new String(answer.body(), ISO_8859_1),
          System.nanoTime());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } catch (IOException e) {
      return new Passed(502, Map.of(), "", System.nanoTime());
    }
  }

  private static void send(HttpExchange exchange, Passed answer, String more) throws IOException {
    try (exchange) {
      for (var name : PASSED_ON) {
        answer.headers.entrySet().stream()
            .filter(header -> header.getKey().equalsIgnoreCase(name))
            .forEach(header -> exchange.getResponseHeaders().set(name, header.getValue().get(0)));
      }
      var bytes = (answer.body + more).getBytes(ISO_8859_1);
      exchange.sendResponseHeaders(answer.status, bytes.length == 0 ? -1 : bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  private static void sendText(HttpExchange exchange, int status, String text) throws IOException {
    send(exchange, new Passed(status, Map.of(), text, 0), "");
  }
}
