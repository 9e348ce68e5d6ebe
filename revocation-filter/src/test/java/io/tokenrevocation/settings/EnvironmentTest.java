package io.tokenrevocation.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnvironmentTest {

  private static final Set<String> KNOWN = Set.of("revocation.max-staleness");

  private static Set<String> unknown(String name) {
    return new Environment(Map.of(name, "value")).unknown(KNOWN);
  }

  @Nested
  class Value {

    @Test
    void standsUnderTheKeyInUpperCaseWithUnderscores() {
      var environment = new Environment(Map.of("REVOCATION_MAX_STALENESS", "PT1S"));
      assertThat(environment.value("revocation.max-staleness")).isEqualTo("PT1S");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "revocation.max-staleness",
          "revocation_max_staleness",
          "REVOCATION_MAXSTALENESS"
        })
    void standsUnderNoOtherName(String name) {
      var environment = new Environment(Map.of(name, "PT1S"));
      assertThat(environment.value("revocation.max-staleness")).isNull();
    }
  }

  @Nested
  class Unknown {

    @Test
    void isNotWhatIsKnown() {
      assertThat(unknown("REVOCATION_MAX_STALENESS")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "REVOCATION_MAX_STALENES",
          "REVOCATION_LEEWAY",
          "REVOCATION_",
          "REVOCATION_PORTS"
        })
    void isWhatBearsThePrefixAndIsNot(String name) {
      assertThat(unknown(name)).containsExactly(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PATH", "REVOCATIONS_X", "MY_REVOCATION_X", "revocation_x"})
    void isNotWhatBearsAnotherPrefix(String name) {
      assertThat(unknown(name)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "REVOCATION_SERVICE_HOST",
          "REVOCATION_SERVICE_PORT",
          "REVOCATION_SERVICE_PORT_HTTP",
          "REVOCATION_PORT",
          "REVOCATION_PORT_8080_TCP",
          "REVOCATION_PORT_8080_TCP_PROTO",
          "REVOCATION_PORT_8080_TCP_PORT",
          "REVOCATION_PORT_8080_TCP_ADDR",
          "REVOCATION_AUTHORITY_SERVICE_HOST",
          "REVOCATION_AUTHORITY_PORT_443_TCP_ADDR"
        })
    void isNotWhatKubernetesSetsForAService(String name) {
      assertThat(unknown(name)).isEmpty();
    }
  }

  @Test
  void knowsItsOwnInTheSpellingOfMicroProfileConfig() {
    var environment = new Environment(Map.of("REVOCATION_MAX_STALENESS", "PT1S"));
    var names =
        Set.of("REVOCATION_MAX_STALENESS", "revocation.max.staleness", "revocation.max-stalenes");
    assertThat(environment.notHere(names)).containsExactly("revocation.max-stalenes");
  }
}
