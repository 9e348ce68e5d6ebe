package io.tokenrevocation.token;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** An issuer's key endpoint on the loopback address. */
final class KeyServer implements AutoCloseable {

  private final AtomicInteger requests = new AtomicInteger();
  private volatile HttpHandler answer = exchange -> send(exchange, 200, "{\"keys\":[]}");
  private HttpServer server;

  KeyServer() throws IOException {
    server = start(0);
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/keys");
  }

  /** The public halves of some keys, from now on. */
  void publish(JWK... keys) {
    answer(200, new JWKSet(List.of(keys)).toString());
  }

  void answer(int status, String body) {
    answer(exchange -> send(exchange, status, body));
  }

  void answer(HttpHandler handler) {
    answer = handler;
  }

  /** How often it was asked. */
  int requests() {
    return requests.get();
  }

  void goDown() {
    server.stop(0);
  }

  void comeBack() throws IOException {
    server = start(server.getAddress().getPort());
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private HttpServer start(int port) throws IOException {
    var started =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    started.createContext("/", this::count);
    started.start();
    return started;
  }

  private void count(HttpExchange exchange) throws IOException {
    requests.incrementAndGet();
    answer.handle(exchange);
  }

  static void send(HttpExchange exchange, int status, String body) throws IOException {
    try (exchange) {
      var bytes = body.getBytes(UTF_8);
      exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }
}
