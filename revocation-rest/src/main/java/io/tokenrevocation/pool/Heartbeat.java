package io.tokenrevocation.pool;

import io.tokenrevocation.StoreUnavailableException;
import io.tokenrevocation.feed.NodeFigures;
import java.lang.System.Logger.Level;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.UUID;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Says every ten seconds how this node is. Called again and again, from one thread at a time; that
 * it cannot be said hinders nobody.
 */
final class Heartbeat {

  private static final System.Logger LOG = System.getLogger(Heartbeat.class.getName());
  private static final long INTERVAL_NANOS = Duration.ofSeconds(10).toNanos();
  private static final int LONGEST_NAME = 255;

  private final UUID id = UUID.randomUUID();
  private final NodeStore store;
  private final Supplier<NodeFigures> figures;
  private final LongSupplier nanos;
  private final String name = hostName();
  private long said;

  Heartbeat(NodeStore store, Supplier<NodeFigures> figures, LongSupplier nanos) {
    this.store = store;
    this.figures = figures;
    this.nanos = nanos;
    this.said = nanos.getAsLong() - INTERVAL_NANOS;
  }

  /** Says it, if it is time to. */
  void run() {
    var now = nanos.getAsLong();
    if (now - said < INTERVAL_NANOS) {
      return;
    }
    said = now;
    try {
      store.seen(id, name, figures.get());
    } catch (StoreUnavailableException e) {
      LOG.log(Level.DEBUG, "what this node says of itself is not kept", e);
    }
  }

  private static String hostName() {
    try {
      return Note.fitting(InetAddress.getLocalHost().getHostName(), LONGEST_NAME);
    } catch (UnknownHostException e) {
      return "localhost";
    }
  }
}
