package io.tokenrevocation.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PathPatternTest {

  @ParameterizedTest(name = "{0} matches {1}")
  @CsvSource({
    "/*, /",
    "/*, ''",
    "/*, /api/me",
    "/api/*, /api",
    "/api/*, /api/",
    "/api/*, /api/me/too",
    "/api, /api",
    "/, /",
    "/api/, /api/",
    "/api, /api/",
    "/api/me, //api//me//",
    "/api/*, //api//me",
  })
  void matchesThePathItNames(String pattern, String path) {
    assertThat(PathPattern.parse(pattern).matches(path)).isTrue();
  }

  @ParameterizedTest(name = "{0} does not match {1}")
  @CsvSource({
    "/api/*, /apis",
    "/api/*, /API/me",
    "/api/*, /",
    "/api/*, /v1/api/me",
    "/api, /api/me",
    "/, /api",
    "none, /",
    "none, /none",
    "none, ''",
  })
  void matchesNoOtherPath(String pattern, String path) {
    assertThat(PathPattern.parse(pattern).matches(path)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "*", "api", "api/*", "/api*", "/*/me", "/a/**", "*.html", "None"})
  void refusesWhatIsNoPattern(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> PathPattern.parse(text));
  }
}
