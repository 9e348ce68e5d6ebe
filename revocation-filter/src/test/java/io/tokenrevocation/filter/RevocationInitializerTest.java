package io.tokenrevocation.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tokenrevocation.filter.TestFilter.Mapping;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RevocationInitializerTest {

  private static final List<DispatcherType> DISPATCHES =
      List.of(DispatcherType.REQUEST, DispatcherType.ASYNC);
  private static final Mapping FIRST_OF_ALL = new Mapping(DISPATCHES, false, List.of("/*"));

  private final List<TestFilter> filters = new ArrayList<>();

  private void start(String... keysAndValues) throws ServletException {
    new RevocationInitializer().onStartup(Set.of(), TestContexts.with(filters, keysAndValues));
  }

  private ServletException refusal(String... keysAndValues) {
    var refused =
        assertThatExceptionOfType(ServletException.class)
            .isThrownBy(() -> start(keysAndValues))
            .actual();
    assertThat(filters).last().satisfies(RevocationInitializerTest::letsNothingPass);
    return refused;
  }

  private static void letsNothingPass(TestFilter filter) {
    assertThat(filter.name()).isEqualTo(ClosedFilter.class.getName());
    var everything = List.of(DispatcherType.values());
    assertThat(filter.added()).containsExactly(new Mapping(everything, false, List.of("/*")));
  }

  private TestFilter declare(String name) {
    var filter = TestFilter.named(name);
    filters.add(filter);
    return filter;
  }

  @Nested
  class RefusesTheAuthenticationMechanism {

    private static final String KEY = "revocation.authentication-mechanism";

    @Test
    void asAContextParameterWhichIsReadTooLate() {
      assertThat(refusal(KEY, "true")).hasMessageStartingWith(KEY + " in web.xml is read too late");
    }

    @Test
    void asAnInitParameterToo() {
      declare("own").mappedTo("/*").parameter(KEY, "false");
      assertThat(refusal()).hasMessageStartingWith(KEY + " in web.xml is read too late");
    }
  }

  @Nested
  class Maps {

    @Test
    void theFilterToEverythingBeforeAllOthersWhereNobodyDeclaredIt() throws ServletException {
      start();
      assertThat(filters).hasSize(1);
      assertThat(filters.get(0).added()).containsExactly(FIRST_OF_ALL);
    }

    @Test
    void theFilterOnceMoreWhereSomebodyDeclaredAnother() throws ServletException {
      declare("other").ofClass("com.example.OtherFilter").mappedTo("/*");
      start();
      assertThat(filters).hasSize(2);
      assertThat(filters.get(0).added()).isEmpty();
      assertThat(filters.get(1).added()).containsExactly(FIRST_OF_ALL);
    }

    @Test
    void aFilterThatWasDeclaredWithoutAMappingToEverything() throws ServletException {
      var filter = declare("own");
      start();
      assertThat(filters).hasSize(1);
      assertThat(filter.added()).containsExactly(FIRST_OF_ALL);
    }

    @Test
    void aFilterWhereItWasDeclaredForRequestsWhateverElseItIsFor() throws ServletException {
      var filter = declare("own").mappedTo("/api/*", "*.do").mappedToServlet("Orders");
      start();
      assertThat(filters).hasSize(1);
      assertThat(filter.added())
          .containsExactly(
              new Mapping(DISPATCHES, true, List.of("/api/*", "*.do")),
              new Mapping(DISPATCHES, true, List.of("Orders")));
    }
  }

  @Nested
  class Refuses {

    @Test
    void aWrongInitParameterNamingTheFilter() {
      declare("everything").mappedTo("/*");
      declare("admin").mappedTo("/admin/*").parameter("revocation.when-stale", "maybe");
      assertThat(refusal())
          .hasMessage(
              "revocation.when-stale in the init parameters of the filter admin is \"maybe\", but"
                  + " must be refuse or allow-last-known");
    }

    @Test
    void initParametersThatMakeNoSenseTogetherWithTheApplications() {
      declare("admin").mappedTo("/admin/*").parameter("revocation.max-staleness", "PT5S");
      assertThat(refusal("revocation.poll-interval", "PT6S"))
          .hasMessageContaining("revocation.max-staleness is PT5S");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"/*, /api/*", "'/api/*, /admin/*', /admin/*", "/api/me, *.do", "/api/*, /x"})
    void mappingsThatDoNotCoverWhatNeedsAToken(String required, String mapped) {
      declare("own").mappedTo(mapped);
      assertThat(refusal("revocation.require-token", required))
          .hasMessageContaining(
              "but the filter's URL patterns do not cover that: " + mapped + ". ");
    }

    @Test
    void aMappingByServletNameThatProvesNothing() {
      declare("own").mappedToServlet("Orders");
      assertThat(refusal("revocation.require-token", "/orders"))
          .hasMessageStartingWith(
              "revocation.require-token names /orders, but the filter's URL patterns do not cover"
                  + " that: none. A servlet name")
          .hasMessageEndingWith("/path leaves out /path/, unlike /path/*");
    }

    @Test
    void aMappingThatServersUnderstandDifferently() {
      declare("own").mappedTo("/");
      assertThat(refusal()).hasMessageEndingWith("map it to /*");
    }

    @Test
    void toDoWithoutTheFilterBecauseItsNameIsTaken() {
      declare(RegisteredFilters.CLASS).ofClass("com.example.OtherFilter");
      assertThat(refusal()).hasMessageContaining("another filter has the name");
    }
  }

  @Nested
  class Accepts {

    @Test
    void aRestrictedMappingWhereATokenIsRequiredByDefault() throws ServletException {
      var filter = declare("own").mappedTo("/api/*");
      start();
      assertThat(filter.added()).hasSize(1);
    }

    @Test
    void aRestrictedMappingWhereTheFilterItselfRequiresAToken() throws ServletException {
      var filter =
          declare("own").mappedTo("/api/*").parameter("revocation.require-token", "/api/*, /else");
      start();
      assertThat(filter.added()).hasSize(1);
    }

    @Test
    void audiencesThatEachFilterSaysForItself() throws ServletException {
      var filter = declare("own").mappedTo("/*").parameter("revocation.audiences", "shop");
      new RevocationInitializer().onStartup(Set.of(), TestContexts.withoutParameters(filters));
      assertThat(filter.added()).hasSize(1);
    }

    @Test
    void noFilterWithoutAudiences() {
      declare("own").mappedTo("/*").parameter("revocation.audiences", "shop");
      declare("admin").mappedTo("/admin/*");
      assertThatExceptionOfType(ServletException.class)
          .isThrownBy(
              () ->
                  new RevocationInitializer()
                      .onStartup(Set.of(), TestContexts.withoutParameters(filters)))
          .withMessageStartingWith("revocation.audiences is not set");
    }
  }
}
