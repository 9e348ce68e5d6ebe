package io.tokenrevocation.filter;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.servlet.ServletContext;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RegistrationGuardTest {

  private static final String FILTER = RevocationFilter.class.getName();

  private final FilterPresence filter = new FilterPresence();
  private final RegistrationGuard guard = new RegistrationGuard(filter);

  @BeforeEach
  void putTheFilterIntoService() {
    filter.inService();
  }

  private void assertRefused(ServletContext context) {
    assertThatExceptionOfType(FilterMissingException.class)
        .isThrownBy(() -> guard.onRequest(TestRequests.in(context)));
  }

  @Test
  void letsRequestsPassWhereTheFilterIsInFrontOfEverything() {
    var context = TestContexts.withFilter(FILTER, List.of("/api/*", "/*"));
    assertThatCode(() -> guard.onRequest(TestRequests.in(context))).doesNotThrowAnyException();
  }

  @Test
  void refusesEveryRequestWithoutTheFilter() {
    var context = TestContexts.withParameters(Map.of());
    assertRefused(context);
    assertRefused(context);
  }

  @Test
  void refusesRequestsWhereTheFilterIsMappedToAPart() {
    assertRefused(TestContexts.withFilter(FILTER, List.of("/api/*")));
  }

  @Test
  void refusesRequestsWhereOnlyAnotherFilterIsInPlace() {
    assertRefused(TestContexts.withFilter("com.example.AnotherFilter", List.of("/*")));
  }

  @Test
  void refusesRequestsWhereTheFilterIsRegisteredButDidNotStart() {
    var unstarted = new RegistrationGuard(new FilterPresence());
    var request = TestRequests.in(TestContexts.withFilter(FILTER, List.of("/*")));
    assertThatExceptionOfType(FilterMissingException.class)
        .isThrownBy(() -> unstarted.onRequest(request));
  }

  @Test
  void doesNotMindWorkOutsideOfRequests() {
    assertThatCode(() -> guard.onRequest("not a request")).doesNotThrowAnyException();
  }
}
