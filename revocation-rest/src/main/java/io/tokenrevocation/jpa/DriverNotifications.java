package io.tokenrevocation.jpa;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * The notifications that PostgreSQL's driver has received on a connection. JDBC knows no such
 * thing, and the driver may be the server's or the application's: its interface is found by name,
 * in the class loader of the driver that is in use.
 */
final class DriverNotifications {

  private static final String INTERFACE = "org.postgresql.PGConnection";
  private static final String NOTIFICATION = "org.postgresql.PGNotification";

  private final Object driver;
  private final Method wait;
  private final Method payload;

  private DriverNotifications(Object driver, Method wait, Method payload) {
    this.driver = driver;
    this.wait = wait;
    this.payload = payload;
  }

  /**
   * Finds those of a pool's connection.
   *
   * @throws UnsupportedOperationException if the pool hides them
   */
  static DriverNotifications of(Connection connection) throws SQLException {
    var loaders = new LinkedHashSet<ClassLoader>();
    loaders.add(connection.getMetaData().getClass().getClassLoader());
    loaders.add(DriverNotifications.class.getClassLoader());
    var hidden = new UnsupportedOperationException("no " + INTERFACE);
    for (var loader : loaders) {
      try {
        var type = Class.forName(INTERFACE, false, loader);
        return new DriverNotifications(
            connection.unwrap(type),
            type.getMethod("getNotifications", int.class),
            Class.forName(NOTIFICATION, false, loader).getMethod("getParameter"));
      } catch (ClassNotFoundException | NoSuchMethodException | SQLException e) {
        hidden.addSuppressed(e);
      }
    }
    throw hidden;
  }

  /**
   * Waits for notifications, and takes them.
   *
   * @return who has sent them, empty if none came in this time
   */
  Set<String> senders(Duration atMost) throws SQLException {
    try {
      var arrived = (Object[]) wait.invoke(driver, (int) atMost.toMillis());
      var senders = new HashSet<String>();
      for (var each : arrived == null ? new Object[0] : arrived) {
        senders.add((String) payload.invoke(each));
      }
      return senders;
    } catch (InvocationTargetException e) {
      throw failure(e);
    } catch (IllegalAccessException e) {
      throw new SQLException(e);
    }
  }

  /** What the driver has thrown; a pool's own proxy may have wrapped it. */
  private static SQLException failure(InvocationTargetException thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException failed) {
        return failed;
      }
    }
    return new SQLException(thrown);
  }
}
