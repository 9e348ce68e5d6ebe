package io.tokenrevocation.rest.console;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A request to the console, as a server hands it over. */
final class TestRequest {

  private final String method;
  private final String body;
  private final Map<String, String> headers = new HashMap<>();
  private final List<String> cookies = new ArrayList<>();
  private @Nullable Principal principal;
  private String role = "";

  private TestRequest(String method, String body) {
    this.method = method;
    this.body = body;
  }

  static TestRequest get() {
    return new TestRequest("GET", "");
  }

  static TestRequest post(String json) {
    return new TestRequest("POST", json);
  }

  TestRequest with(String header, String value) {
    headers.put(header, value);
    return this;
  }

  /** With what was set, one after the other. */
  TestRequest withCookies(String... setCookies) {
    for (var each : setCookies) {
      cookies.add(each.split(";", 2)[0]);
    }
    return this;
  }

  /** Of whom the container knows. */
  TestRequest by(Principal caller, String callersRole) {
    principal = caller;
    role = callersRole;
    return this;
  }

  private List<String> cookies() {
    return cookies.isEmpty() ? List.of() : List.of(String.join("; ", cookies));
  }

  HttpServletRequest sent() {
    return (HttpServletRequest)
        Proxy.newProxyInstance(
            TestRequest.class.getClassLoader(),
            new Class<?>[] {HttpServletRequest.class},
            (proxy, called, arguments) ->
                switch (called.getName()) {
                  case "getHeader" -> headers.get(String.valueOf(arguments[0]));
                  case "getHeaders" -> Collections.enumeration(cookies());
                  case "getUserPrincipal" -> principal;
                  case "isUserInRole" -> role.equals(arguments[0]);
                  case "getMethod" -> method;
                  case "getContentType" -> "application/json";
                  case "getInputStream" -> new Body(body);
                  case "getRemoteAddr" -> "192.0.2.7";
                  case "getContextPath" -> "/sample";
                  case "isSecure" -> false;
                  case "getServletContext" -> context();
                  default -> throw new UnsupportedOperationException(called.getName());
                });
  }

  /** Of a web application without mappings of its own. */
  private static ServletContext context() {
    return (ServletContext)
        Proxy.newProxyInstance(
            TestRequest.class.getClassLoader(),
            new Class<?>[] {ServletContext.class},
            (proxy, called, arguments) -> null);
  }

  private static final class Body extends ServletInputStream {

    private final InputStream bytes;

    Body(String text) {
      this.bytes = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public int read() throws IOException {
      return bytes.read();
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      return bytes.read(into, offset, length);
    }

    @Override
    public boolean isFinished() {
      return false;
    }

    @Override
    public boolean isReady() {
      return true;
    }

    @Override
    public void setReadListener(ReadListener listener) {
      throw new UnsupportedOperationException();
    }
  }
}
