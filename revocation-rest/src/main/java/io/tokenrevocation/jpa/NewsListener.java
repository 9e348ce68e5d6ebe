package io.tokenrevocation.jpa;

import io.tokenrevocation.feed.Ticker;
import io.tokenrevocation.pool.Messages;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Hears of what other nodes have recorded, on a connection of its own. What this node tells of
 * itself is no news to it: whoever records a revocation applies it. Thread-safe.
 */
final class NewsListener {

  private static final System.Logger LOG = System.getLogger(NewsListener.class.getName());
  private static final long PATIENCE_SECONDS = 2;

  private final Transactions transactions;
  private final Ticker ticker;
  private final String self;
  private final ReentrantLock listening = new ReentrantLock();
  private volatile boolean closed;
  private @Nullable Subscription subscription;
  private boolean hidden;
  private boolean lost;

  /** Makes one that does not listen to itself. */
  NewsListener(Transactions transactions, Ticker ticker, String self) {
    this.transactions = transactions;
    this.ticker = ticker;
    this.self = self;
  }

  /** As {@link io.tokenrevocation.feed.PushingSource#listen} has it. */
  boolean listen(Runnable news, Duration atMost) {
    var heard = hear(atMost);
    if (heard == Heard.NEWS) {
      news.run();
    }
    return heard != Heard.NOBODY;
  }

  private Heard hear(Duration atMost) {
    listening.lock();
    try {
      return closed || hidden ? Heard.NOBODY : hearOn(subscription, atMost);
    } catch (SQLException e) {
      lost(e);
      return Heard.NOBODY;
    } catch (UnsupportedOperationException e) {
      hidden = true;
      LOG.log(Level.WARNING, Messages.PUSH_HIDDEN.text(e.getMessage()), e);
      return Heard.NOBODY;
    } finally {
      endIfClosed();
      listening.unlock();
    }
  }

  /** Whatever was pushed while nobody listened may be news. */
  private Heard hearOn(@Nullable Subscription present, Duration atMost) throws SQLException {
    if (present != null) {
      return present.hasNews(atMost, self) ? Heard.NEWS : Heard.NOTHING;
    }
    var connection = transactions.connectionForPush();
    if (connection.isEmpty()) {
      return Heard.NOBODY;
    }
    subscription = Subscription.on(connection.get(), ticker);
    lost = false;
    LOG.log(Level.INFO, Messages.PUSH_HEARD.text());
    return Heard.NEWS;
  }

  private void lost(SQLException e) {
    if (subscription != null) {
      subscription.discard();
      subscription = null;
    }
    if (!lost) {
      LOG.log(Level.WARNING, Messages.PUSH_LOST.text(e.getMessage()), e);
    }
    lost = true;
  }

  /** Stops listening for good; waits a little for who is listening. */
  void close() {
    closed = true;
    try {
      if (listening.tryLock(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        try {
          endIfClosed();
        } finally {
          listening.unlock();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void endIfClosed() {
    if (closed && subscription != null) {
      subscription.end();
      subscription = null;
    }
  }

  private enum Heard {
    NEWS,
    NOTHING,
    NOBODY
  }
}
