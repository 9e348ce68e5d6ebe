package io.tokenrevocation.filter;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.security.Principal;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Requests as a servlet container shows them: a path, and Authorization headers. */
final class TestRequests {

  private TestRequests() {}

  static HttpServletRequest authorized(String... authorization) {
    return request(Map.of("getServletPath", "", "getPathInfo", "/"), List.of(authorization));
  }

  static HttpServletRequest to(String servletPath, @Nullable String pathInfo) {
    return request(path(servletPath, pathInfo), List.of());
  }

  static HttpServletRequest to(String method, String path, String token) {
    return request(Map.of("getMethod", method, "getServletPath", path), List.of("Bearer " + token));
  }

  static HttpServletRequest in(ServletContext context) {
    return request(Map.of("getServletContext", context), List.of());
  }

  /** A dispatch with the attributes that the container sets for it. */
  static HttpServletRequest dispatched(
      DispatcherType type, String servletPath, Map<String, String> attributes) {
    var answers = path(servletPath, null);
    answers.put("getDispatcherType", type);
    answers.put("getAttribute", attributes);
    return request(answers, List.of());
  }

  /** Of a user whom the container knows by itself. */
  static HttpServletRequest by(Principal user) {
    return request(Map.of("getUserPrincipal", user), List.of());
  }

  private static Map<String, Object> path(String servletPath, @Nullable String pathInfo) {
    var answers = new HashMap<String, Object>();
    answers.put("getServletPath", servletPath);
    if (pathInfo != null) {
      answers.put("getPathInfo", pathInfo);
    }
    return answers;
  }

  private static HttpServletRequest request(
      Map<String, Object> answers, List<String> authorization) {
    return (HttpServletRequest)
        Proxy.newProxyInstance(
            TestRequests.class.getClassLoader(),
            new Class<?>[] {HttpServletRequest.class},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "getMethod",
                      "getServletPath",
                      "getPathInfo",
                      "getServletContext",
                      "getUserPrincipal" ->
                      answers.get(method.getName());
                  case "getDispatcherType" ->
                      answers.getOrDefault("getDispatcherType", DispatcherType.REQUEST);
                  case "getAttribute" ->
                      ((Map<?, ?>) answers.getOrDefault("getAttribute", Map.of()))
                          .get(arguments[0]);
                  case "getHeader" -> authorization.isEmpty() ? null : authorization.get(0);
                  case "getHeaders" -> Collections.enumeration(authorization);
                  default -> throw new UnsupportedOperationException(method.getName());
                });
  }
}
