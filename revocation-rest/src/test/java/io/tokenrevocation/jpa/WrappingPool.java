package io.tokenrevocation.jpa;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import javax.sql.DataSource;

/** Wraps what a driver throws of its connections as Payara's pool does: by not unwrapping it. */
final class WrappingPool {

  private WrappingPool() {}

  static DataSource around(DataSource pool) {
    return wrap(DataSource.class, pool);
  }

  private static <T> T wrap(Class<T> type, T wrapped) {
    var proxy =
        Proxy.newProxyInstance(
            WrappingPool.class.getClassLoader(),
            new Class<?>[] {type},
            (self, method, arguments) -> {
              var result = method.invoke(wrapped, arguments);
              return result instanceof Connection connection
                  ? wrap(Connection.class, connection)
                  : result;
            });
    return type.cast(proxy);
  }
}
