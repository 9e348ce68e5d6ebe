package io.tokenrevocation.sample;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A way to a port of the loopback address that can be cut. */
final class TcpProxy implements AutoCloseable {

  private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();

  private final ServerSocket listener;
  private final int target;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private volatile boolean whole = true;

  private TcpProxy(ServerSocket listener, int target) {
    this.listener = listener;
    this.target = target;
  }

  static TcpProxy to(int target) throws IOException {
    var proxy = new TcpProxy(new ServerSocket(0, 50, LOOPBACK), target);
    inBackground(proxy::accept);
    return proxy;
  }

  int port() {
    return listener.getLocalPort();
  }

  /** Ends all connections, and every new one at once. */
  void cut() {
    whole = false;
    dropConnections();
  }

  void mend() {
    whole = true;
  }

  /** Ends all connections; new ones are let through. */
  void dropConnections() {
    open.forEach(TcpProxy::end);
    open.clear();
  }

  @Override
  public void close() throws IOException {
    listener.close();
    cut();
  }

  private void accept() {
    try {
      while (true) {
        join(listener.accept());
      }
    } catch (IOException closed) {
      cut();
    }
  }

  private void join(Socket client) throws IOException {
    if (!whole) {
      client.close();
      return;
    }
    try {
      var server = new Socket(LOOPBACK, target);
      client.setTcpNoDelay(true); // as both of those that are joined have it
      server.setTcpNoDelay(true);
      open.add(client);
      open.add(server);
      inBackground(() -> pass(client, server));
      inBackground(() -> pass(server, client));
    } catch (IOException nobodyThere) {
      client.close();
    }
  }

  private void pass(Socket from, Socket to) {
    try (from;
        to) {
      from.getInputStream().transferTo(to.getOutputStream());
    } catch (IOException cut) {
      // the other way ends, too
    } finally {
      open.remove(from);
    }
  }

  private static void end(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void inBackground(Runnable work) {
    var thread = new Thread(work, "tcp-proxy");
    thread.setDaemon(true);
    thread.start();
  }
}
