package io.tokenrevocation.filter;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RequestPathTest {

  private static final Map<String, String> INCLUDED =
      Map.of(
          RequestDispatcher.INCLUDE_SERVLET_PATH, "/admin",
          RequestDispatcher.INCLUDE_PATH_INFO, "/users");

  @ParameterizedTest(name = "{0} and {1}")
  @CsvSource({"/api, , /api", "/api, /me, /api/me", "'', /me, /me", "'', , ''"})
  void isTheServletPathWithThePathInfo(
      String servletPath, @Nullable String pathInfo, String expected) {
    assertThat(RequestPath.of(TestRequests.to(servletPath, pathInfo))).isEqualTo(expected);
  }

  @Test
  @DisplayName("Jakarta Servlet 6.0, 9.3.1: included request parameters")
  void isThePathOfWhatIsIncluded() {
    var request = TestRequests.dispatched(DispatcherType.INCLUDE, "/page", INCLUDED);
    assertThat(RequestPath.of(request)).isEqualTo("/admin/users");
  }

  @Test
  void isThePathOfThePageThatIncludesAServletByName() {
    var request = TestRequests.dispatched(DispatcherType.INCLUDE, "/page", Map.of());
    assertThat(RequestPath.of(request)).isEqualTo("/page");
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "INCLUDE")
  void isItsOwnWhateverAnIncludeLeftBehind(DispatcherType type) {
    var request = TestRequests.dispatched(type, "/page", INCLUDED);
    assertThat(RequestPath.of(request)).isEqualTo("/page");
  }
}
