package io.tokenrevocation.jpa;

import io.tokenrevocation.feed.Ticker;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

/** A connection of the pool that listens to the channel. Not thread-safe. */
final class Subscription {

  /** Of this database only; what is sent there says nothing but who has news. */
  static final String CHANNEL = "token_revocation";

  /** How long it may be quiet before it is asked whether it is alive. */
  private static final Duration QUIET = Duration.ofSeconds(10);

  private static final int ANSWER_SECONDS = 5;

  private final Connection connection;
  private final DriverNotifications notifications;
  private final Ticker ticker;
  private long heardAt;

  private Subscription(Connection connection, DriverNotifications notifications, Ticker ticker) {
    this.connection = connection;
    this.notifications = notifications;
    this.ticker = ticker;
    this.heardAt = ticker.nanos();
  }

  /**
   * Has a connection listen.
   *
   * @throws SQLException if it does not work; it has been given back
   * @throws UnsupportedOperationException if the pool hides what is needed; it has been given back
   */
  static Subscription on(Connection connection, Ticker ticker) throws SQLException {
    try {
      connection.setAutoCommit(true);
      execute(connection, "listen " + CHANNEL);
      return new Subscription(connection, DriverNotifications.of(connection), ticker);
    } catch (SQLException e) {
      discard(connection);
      throw e;
    } catch (UnsupportedOperationException e) {
      giveBack(connection);
      throw e;
    }
  }

  /**
   * Waits for news of anybody but this node. What it hears of itself ends the waiting, too.
   *
   * @throws SQLException if the connection is dead
   */
  boolean hasNews(Duration atMost, String self) throws SQLException {
    var senders = notifications.senders(atMost);
    var now = ticker.nanos();
    if (!senders.isEmpty()) {
      heardAt = now;
    } else if (now - heardAt > QUIET.toNanos()) {
      if (!connection.isValid(ANSWER_SECONDS)) {
        throw new SQLException("the database does not answer");
      }
      heardAt = now;
    }
    return senders.stream().anyMatch(sender -> !sender.equals(self));
  }

  /** Gives the connection back to the pool as it was. */
  void end() {
    giveBack(connection);
  }

  /** Closes the connection, which is broken. */
  void discard() {
    discard(connection);
  }

  private static void giveBack(Connection connection) {
    try (connection) {
      execute(connection, "unlisten *");
    } catch (SQLException e) {
      discard(connection);
    }
  }

  private static void discard(Connection connection) {
    try (connection) {
      connection.abort(Runnable::run);
    } catch (SQLException | RuntimeException gone) {
      // as it should be
    }
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
