package io.tokenrevocation.filter;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.lang.reflect.Proxy;
import java.util.Collections;
import java.util.Enumeration;

/** A request of which nothing is known but its path and what it is authorized with. */
final class HeaderRequest extends HttpServletRequestWrapper {

  private static final HttpServletRequest NONE =
      (HttpServletRequest)
          Proxy.newProxyInstance(
              HeaderRequest.class.getClassLoader(),
              new Class<?>[] {HttpServletRequest.class},
              (proxy, method, arguments) -> null);

  private String authorization = "";

  HeaderRequest() {
    super(NONE);
  }

  HeaderRequest with(String header) {
    authorization = header;
    return this;
  }

  @Override
  public DispatcherType getDispatcherType() {
    return DispatcherType.REQUEST;
  }

  @Override
  public String getHeader(String name) {
    return authorization;
  }

  @Override
  public Enumeration<String> getHeaders(String name) {
    return Collections.enumeration(Collections.singleton(authorization));
  }

  @Override
  public String getServletPath() {
    return "/orders";
  }

  @Override
  public String getPathInfo() {
    return null;
  }
}
