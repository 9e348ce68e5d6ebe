package io.tokenrevocation.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.servlet.ServletContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RegistrationGuardTest {

  private final TestFilter orders = TestFilter.named("orders");
  private final List<ServletContext> started = new ArrayList<>();
  private final RegistrationGuard guard = new RegistrationGuard(started::add);

  private void assertRefused(ServletContext context) {
    assertThatExceptionOfType(FilterMissingException.class)
        .isThrownBy(() -> guard.onRequest(TestRequests.in(context)));
  }

  private void assertPassed(ServletContext context) {
    assertThatCode(() -> guard.onRequest(TestRequests.in(context))).doesNotThrowAnyException();
  }

  @Test
  void letsRequestsPassWhereTheFilterIsInFrontOfEverything() {
    assertPassed(TestContexts.with(List.of(orders.mappedTo("/api/*", "/*"))));
  }

  @Test
  void letsRequestsPassWhereTheFilterIsMappedToAPartAndNothingElseNeedsIt() {
    assertPassed(TestContexts.with(List.of(orders.mappedTo("/api/*"))));
    assertPassed(TestContexts.with(List.of(TestFilter.named("orders").mappedToServlet("Orders"))));
  }

  @Test
  void letsRequestsPassWhereSeveralFiltersTogetherAreInFrontOfWhatNeedsThem() {
    var admin = TestFilter.named("admin").mappedTo("/admin/*");
    assertPassed(
        TestContexts.with(
            List.of(orders.mappedTo("/api/*"), admin),
            "revocation.require-token",
            "/api/*, /admin/*"));
  }

  @Test
  void startsWithTheFirstRequestWhatNothingElseMayHaveStarted() {
    var context = TestContexts.with(List.of(orders.mappedTo("/api/*")));
    assertPassed(context);
    assertPassed(context);
    assertThat(started).hasSize(1);
  }

  @Test
  void startsNothingWhereTheFilterIsMissing() {
    assertRefused(TestContexts.withParameters(Map.of()));
    assertThat(started).isEmpty();
  }

  @Test
  void refusesEveryRequestWithoutTheFilter() {
    var context = TestContexts.withParameters(Map.of());
    assertRefused(context);
    assertRefused(context);
  }

  @Test
  void refusesRequestsWhereTheFilterIsNotMapped() {
    assertRefused(TestContexts.with(List.of(orders)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/*", "/api/*", "/api/me", "/admin/*, /orders/*"})
  void refusesRequestsWhereTheFilterIsNotInFrontOfWhatNeedsIt(String required) {
    assertRefused(
        TestContexts.with(
            List.of(orders.mappedTo("/admin/*")), "revocation.require-token", required));
  }

  @Test
  void refusesRequestsWhereTheMappingIsAmbiguous() {
    assertRefused(TestContexts.with(List.of(orders.mappedTo("/"))));
  }

  @Test
  void refusesRequestsThatNoFilterSeesWhereItIsNotKnownWhatNeedsOne() {
    var wrong = new String[] {"revocation.leeway", "late"};
    assertRefused(TestContexts.with(List.of(orders.mappedTo("/api/*")), wrong));
  }

  @Test
  void leavesItToTheFilterToRefuseThoseItSees() {
    var wrong = new String[] {"revocation.leeway", "late"};
    assertPassed(TestContexts.with(List.of(orders.mappedTo("/*")), wrong));
  }

  @Test
  void refusesRequestsWhereOnlyAnotherFilterIsInPlace() {
    assertRefused(
        TestContexts.with(List.of(orders.ofClass("com.example.AnotherFilter").mappedTo("/*"))));
  }

  @Test
  void doesNotMindWorkOutsideOfRequests() {
    assertThatCode(() -> guard.onRequest("not a request")).doesNotThrowAnyException();
  }
}
