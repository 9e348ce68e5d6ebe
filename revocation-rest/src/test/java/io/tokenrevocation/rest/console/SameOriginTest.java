package io.tokenrevocation.rest.console;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tokenrevocation.rest.Problem;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SameOriginTest {

  private final SameOrigin sameOrigin = new SameOrigin("https://auth.example.com/cognito-idp");

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "-, -, localhost:8080",
        "same-origin, http://localhost:8080, localhost:8080",
        "none, -, localhost:8080",
        "-, https://localhost, localhost",
        "-, https://localhost:443, localhost",
        "-, http://LOCALHOST:8080, localhost:8080",
        "same-origin, https://auth.example.com, 10.0.0.1:8080"
      })
  void letsThroughWhatIsOfThePage(String site, String origin, String host) {
    assertThatCode(() -> sameOrigin.require(request(site, origin, host)))
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "cross-site, -, localhost:8080",
        "same-site, http://localhost:8080, localhost:8080",
        "-, null, localhost:8080",
        "-, '', localhost:8080",
        "-, http://localhost:8081, localhost:8080",
        "-, http://evil.example, localhost:8080",
        "-, https://auth.example.com.evil.example, localhost:8080",
        "-, http://auth.example.com, localhost:8080",
        "-, 'http://localhost:8080 x', localhost:8080",
        "-, http://localhost:8080, -"
      })
  void refusesWhatIsOfAnotherSite(String site, String origin, String host) {
    assertThatThrownBy(() -> sameOrigin.require(request(site, origin, host)))
        .isInstanceOf(Problem.class);
  }

  private static HttpServletRequest request(String site, String origin, String host) {
    var headers = new HashMap<String, String>();
    headers.put("Sec-Fetch-Site", site);
    headers.put("Origin", origin);
    headers.put("Host", host);
    return (HttpServletRequest)
        Proxy.newProxyInstance(
            SameOriginTest.class.getClassLoader(),
            new Class<?>[] {HttpServletRequest.class},
            (proxy, method, arguments) -> headers.get(String.valueOf(arguments[0])));
  }
}
