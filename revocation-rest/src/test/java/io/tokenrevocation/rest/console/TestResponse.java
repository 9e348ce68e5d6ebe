package io.tokenrevocation.rest.console;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;

/** What is answered to a request, but for the body. */
final class TestResponse {

  private final Map<String, String> headers = new HashMap<>();

  /** Where the answer goes. */
  HttpServletResponse open() {
    return (HttpServletResponse)
        Proxy.newProxyInstance(
            TestResponse.class.getClassLoader(),
            new Class<?>[] {HttpServletResponse.class},
            (proxy, called, arguments) ->
                switch (called.getName()) {
                  case "setHeader", "addHeader" ->
                      headers.put(String.valueOf(arguments[0]), String.valueOf(arguments[1]));
                  case "setContentType" -> null;
                  case "getOutputStream" -> new Nowhere();
                  default -> throw new UnsupportedOperationException(called.getName());
                });
  }

  /** The last of a header; empty if there is none. */
  String header(String name) {
    return headers.getOrDefault(name, "");
  }

  private static final class Nowhere extends ServletOutputStream {

    @Override
    public void write(int one) {}

    @Override
    public boolean isReady() {
      return true;
    }

    @Override
    public void setWriteListener(WriteListener listener) {
      throw new UnsupportedOperationException();
    }
  }
}
