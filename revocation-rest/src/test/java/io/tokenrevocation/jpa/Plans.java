package io.tokenrevocation.jpa;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/**
 * A way to PostgreSQL on which every statement that is executed is explained first, with the very
 * values that it has.
 */
public final class Plans {

  private final Map<String, String> plans = new LinkedHashMap<>();
  private boolean watching;

  /** Begins to explain. */
  public void watch() {
    watching = true;
  }

  /** Returns the plans of all statements since, by their texts. */
  public Map<String, String> all() {
    return Map.copyOf(plans);
  }

  /** Returns a data source on which statements are explained. */
  public DataSource on(DataSource dataSource) {
    return proxy(
        DataSource.class,
        (proxy, method, arguments) -> {
          var result = call(dataSource, method, arguments);
          return result instanceof Connection connection ? on(connection) : result;
        });
  }

  private Connection on(Connection connection) {
    return proxy(
        Connection.class,
        (proxy, method, arguments) -> {
          var result = call(connection, method, arguments);
          return result instanceof PreparedStatement statement
              ? on(statement, connection, (String) arguments[0])
              : result;
        });
  }

  private PreparedStatement on(PreparedStatement statement, Connection connection, String sql) {
    var values = new ArrayList<Value>();
    return proxy(
        PreparedStatement.class,
        (proxy, method, arguments) -> {
          if (method.getName().startsWith("set") && arguments.length > 1) {
            values.add(new Value(method, Arrays.asList(arguments)));
          } else if (method.getName().startsWith("execute") && watching) {
            explain(connection, sql, values);
          }
          return call(statement, method, arguments);
        });
  }

  private void explain(Connection connection, String sql, List<Value> values) throws SQLException {
    try (var explained = connection.prepareStatement("explain " + sql)) {
      for (var value : values) {
        call(explained, value.setter, value.arguments.toArray());
      }
      try (var rows = explained.executeQuery()) {
        var lines = new ArrayList<String>();
        while (rows.next()) {
          lines.add(rows.getString(1));
        }
        plans.put(sql, String.join("\n", lines));
      }
    }
  }

  private static Object call(Object target, Method method, Object[] arguments) throws SQLException {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof SQLException sql) {
        throw sql;
      }
      throw new IllegalStateException(e);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }

  private static <T> T proxy(Class<T> type, InvocationHandler handler) {
    return type.cast(
        Proxy.newProxyInstance(Plans.class.getClassLoader(), new Class<?>[] {type}, handler));
  }

  private record Value(Method setter, List<Object> arguments) {}
}
