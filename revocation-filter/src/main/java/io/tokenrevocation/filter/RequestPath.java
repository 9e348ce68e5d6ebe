package io.tokenrevocation.filter;

import jakarta.servlet.http.HttpServletRequest;

/** The path the server dispatches a request by; the raw URI may spell it in many ways. */
final class RequestPath {

  private RequestPath() {}

  /** Returns the path inside the application, which starts with a slash or is empty. */
  static String of(HttpServletRequest request) {
    var pathInfo = request.getPathInfo();
    return request.getServletPath() + (pathInfo == null ? "" : pathInfo);
  }
}
