package io.tokenrevocation.rest;

import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletRegistration;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A web application with some servlets, and requests to it. */
final class TestServlets {

  private final Map<String, ServletRegistration> servlets = new HashMap<>();
  private boolean closed;

  /** Adds a servlet by its name. */
  TestServlets with(String name, String... patterns) {
    servlets.put(name, registration(name, List.of(patterns)));
    return this;
  }

  ServletContext context() {
    return stub(
        ServletContext.class,
        (method, argument) ->
            switch (method) {
              case "getServletRegistration" -> servlets.get(argument);
              case "getServletRegistrations" -> servlets;
              case "addFilter" -> closed();
              default -> throw new UnsupportedOperationException(method);
            });
  }

  HttpServletRequest request(String servletPath, String pathInfo) {
    return stub(
        HttpServletRequest.class,
        (method, argument) ->
            switch (method) {
              case "getServletPath" -> servletPath;
              case "getPathInfo" -> pathInfo.isEmpty() ? null : pathInfo;
              case "getServletContext" -> context();
              default -> throw new UnsupportedOperationException(method);
            });
  }

  /** A filter in front of everything, which is remembered. */
  private FilterRegistration.Dynamic closed() {
    return stub(
        FilterRegistration.Dynamic.class,
        (method, argument) -> {
          closed |= method.equals("addMappingForUrlPatterns");
          return null;
        });
  }

  /** Tells whether requests would be refused if it were served. */
  boolean isClosed() {
    return closed;
  }

  private static ServletRegistration registration(String name, Collection<String> patterns) {
    return stub(
        ServletRegistration.class,
        (method, argument) ->
            switch (method) {
              case "getName" -> name;
              case "getMappings" -> patterns;
              default -> throw new UnsupportedOperationException(method);
            });
  }

  private static <T> T stub(Class<T> type, Stub stub) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) ->
                stub.answer(method.getName(), arguments == null ? "" : arguments[0])));
  }

  private interface Stub {
    @Nullable Object answer(String method, Object argument);
  }
}
