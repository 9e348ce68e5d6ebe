package io.tokenrevocation.filter;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/** The path the server dispatches a request by; the raw URI may spell it in many ways. */
final class RequestPath {

  private RequestPath() {}

  /** Returns the path inside the application, which starts with a slash or is empty. */
  static String of(HttpServletRequest request) {
    return request.getDispatcherType() == DispatcherType.INCLUDE
            && request.getAttribute(RequestDispatcher.INCLUDE_SERVLET_PATH) instanceof String path
        ? join(path, request.getAttribute(RequestDispatcher.INCLUDE_PATH_INFO))
        : join(request.getServletPath(), request.getPathInfo());
  }

  private static String join(String servletPath, @Nullable Object pathInfo) {
    return pathInfo == null ? servletPath : servletPath + pathInfo;
  }
}
