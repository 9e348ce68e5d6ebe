package io.tokenrevocation.rest.sigv4;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RawRequestTest {

  private static HttpServletRequest request(
      @Nullable String query, Map<String, List<String>> headers) {
    var caseInsensitive = new TreeMap<String, List<String>>(String.CASE_INSENSITIVE_ORDER);
    caseInsensitive.putAll(headers);
    return (HttpServletRequest)
        Proxy.newProxyInstance(
            RawRequestTest.class.getClassLoader(),
            new Class<?>[] {HttpServletRequest.class},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "getMethod" -> "POST";
                  case "getContextPath" -> "/a%20b";
                  case "getRequestURI" -> "/a%20b/cognito-idp";
                  case "getQueryString" -> query;
                  case "getHeaderNames" -> Collections.enumeration(headers.keySet());
                  case "getHeaders" ->
                      Collections.enumeration(caseInsensitive.get(arguments[0].toString()));
                  default -> throw new UnsupportedOperationException(method.getName());
                });
  }

  @Test
  void isWhatTheClientSent() {
    var headers = Map.of("X-Amz-Date", List.of("d"), "Accept", List.of("a", "b"));
    var raw = RawRequest.of(request("x=%31", headers), new byte[0]);

    assertThat(raw.method()).isEqualTo("POST");
    assertThat(raw.contextPath()).isEqualTo("/a%20b");
    assertThat(raw.path()).isEqualTo("/a%20b/cognito-idp");
    assertThat(raw.query()).isEqualTo("x=%31");
    assertThat(raw.headers())
        .isEqualTo(Map.of("x-amz-date", List.of("d"), "accept", List.of("a", "b")));
    assertThat(raw.bodyHash())
        .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  }

  @Test
  void hasAnEmptyQueryWhenThereIsNone() {
    assertThat(RawRequest.of(request(null, Map.of()), new byte[0]).query()).isEmpty();
  }
}
