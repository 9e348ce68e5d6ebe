package io.tokenrevocation.jpa;

import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.naming.Context;
import javax.naming.NameNotFoundException;
import javax.naming.NamingException;
import javax.naming.spi.NamingManager;

/** What a server's JNDI does for the authority: looks up what was bound. */
final class TestNaming {

  private static final Map<String, Object> BOUND = new ConcurrentHashMap<>();

  static {
    try {
      NamingManager.setInitialContextFactoryBuilder(
          ignoredByBuilder -> ignoredByFactory -> context());
    } catch (NamingException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private TestNaming() {}

  static void bind(String name, Object object) {
    BOUND.put(name, object);
  }

  static void unbind(String name) {
    BOUND.remove(name);
  }

  private static Context context() {
    return (Context)
        Proxy.newProxyInstance(
            TestNaming.class.getClassLoader(),
            new Class<?>[] {Context.class},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "lookup" -> lookUp(arguments[0].toString());
                  case "close" -> null;
                  default -> throw new UnsupportedOperationException(method.getName());
                });
  }

  private static Object lookUp(String name) throws NamingException {
    var found = BOUND.get(name);
    if (found == null) {
      throw new NameNotFoundException(name);
    }
    return found;
  }
}
