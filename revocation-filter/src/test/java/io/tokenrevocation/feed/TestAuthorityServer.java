package io.tokenrevocation.feed;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.zip.GZIPOutputStream;

/** An authority's feed on the loopback address, which answers what the test wants it to. */
final class TestAuthorityServer implements AutoCloseable {

  static final String CREDENTIAL = "a-credential-of-at-least-32-characters";

  private final List<String> asked = new CopyOnWriteArrayList<>();
  private final HttpServer server;
  private volatile HttpHandler answer = exchange -> send(exchange, 500, "", "");

  TestAuthorityServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/feed", this::handle);
    server.start();
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/feed");
  }

  /** The queries, and what they were sent with. */
  List<String> asked() {
    return List.copyOf(asked);
  }

  /** An answer that is signed, as far as the tests go. */
  void answer(String after, String next, boolean more, String... tokenIds) {
    answer(200, json(after, next, more, tokenIds), "good");
  }

  void answer(int status, String body, String signature) {
    answer = exchange -> send(exchange, status, body, signature);
  }

  void answer(HttpHandler handler) {
    answer = handler;
  }

  static String json(String after, String next, boolean more, String... tokenIds) {
    var values = new StringBuilder();
    for (var tokenId : tokenIds) {
      values
          .append(values.isEmpty() ? "" : ",")
          .append("\"")
          .append(tokenId)
          .append("\",2000000000");
    }
    return ("{'version':1,'after':'%s','time':1000000000000,'next':'%s','more':%s,"
                + "'greatestLeeway':300,'revocations':[{'issuer':'i','kind':'token','values':[")
            .formatted(after, next, more)
            .replace('\'', '"')
        + values
        + "]}]}";
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void handle(HttpExchange exchange) throws IOException {
    asked.add(
        exchange.getRequestURI().getRawQuery()
            + " "
            + exchange.getRequestHeaders().getFirst("Authorization"));
    answer.handle(exchange);
  }

  static void send(HttpExchange exchange, int status, String body, String signature)
      throws IOException {
    try (exchange) {
      exchange.getResponseHeaders().set(FeedEndpoint.SIGNATURE, signature);
      var bytes = body.getBytes(UTF_8);
      exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  static void sendCompressed(HttpExchange exchange, byte[] body) throws IOException {
    try (exchange) {
      var bytes = new ByteArrayOutputStream();
      try (var gzip = new GZIPOutputStream(bytes)) {
        gzip.write(body);
      }
      exchange.getResponseHeaders().set(FeedEndpoint.SIGNATURE, "good");
      exchange.getResponseHeaders().set("Content-Encoding", "gzip");
      exchange.sendResponseHeaders(200, bytes.size());
      exchange.getResponseBody().write(bytes.toByteArray());
    }
  }
}
