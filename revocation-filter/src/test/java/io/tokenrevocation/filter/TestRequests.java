package io.tokenrevocation.filter;

import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Requests as a servlet container shows them: a path, and Authorization headers. */
final class TestRequests {

  private TestRequests() {}

  static HttpServletRequest authorized(String... authorization) {
    return request("", "/", List.of(authorization), null);
  }

  static HttpServletRequest to(String servletPath, @Nullable String pathInfo) {
    return request(servletPath, pathInfo, List.of(), null);
  }

  static HttpServletRequest in(ServletContext context) {
    return request("", "/", List.of(), context);
  }

  private static HttpServletRequest request(
      String servletPath,
      @Nullable String pathInfo,
      List<String> authorization,
      @Nullable ServletContext context) {
    return (HttpServletRequest)
        Proxy.newProxyInstance(
            TestRequests.class.getClassLoader(),
            new Class<?>[] {HttpServletRequest.class},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "getServletPath" -> servletPath;
                  case "getPathInfo" -> pathInfo;
                  case "getHeader" -> authorization.isEmpty() ? null : authorization.get(0);
                  case "getHeaders" -> Collections.enumeration(authorization);
                  case "getServletContext" -> context;
                  default -> throw new UnsupportedOperationException(method.getName());
                });
  }
}
