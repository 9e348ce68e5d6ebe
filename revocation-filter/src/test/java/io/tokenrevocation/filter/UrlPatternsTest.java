package io.tokenrevocation.filter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UrlPatternsTest {

  private static boolean cover(String patterns, String required) {
    return new UrlPatterns(Set.of(patterns.split(" ", -1))).cover(PathPattern.parse(required));
  }

  @ParameterizedTest(name = "{0} cover {1}")
  @CsvSource({
    "/*, /*",
    "/*, /api/*",
    "/*, /api/me",
    "/*, /",
    "/api/*, /api/*",
    "/api/*, /api/v1/*",
    "/api/*, /api",
    "/api/*, /api/",
    "/api/*, /api/me",
    "/x /api/*, /api/*",
    "/orders /orders/, /orders",
    "/orders/, /orders/",
    "*.do /orders.do/, /orders.do",
    "/x, none"
  })
  void coverWhatTheyMatchOnEveryServer(String patterns, String required) {
    assertThat(cover(patterns, required)).isTrue();
  }

  @ParameterizedTest(name = "{0} do not cover {1}")
  @CsvSource({
    "/api/*, /*",
    "/api/*, /",
    "/api/*, /apis",
    "/api/*, /apis/*",
    "/api/v1/*, /api/*",
    "/api/v1/* /api/v2/*, /api/*",
    "/API/*, /api/*",
    "/api, /api/*",
    "/api*, /api",
    "/, /*",
    "/, /api/me",
    "*.do, /*",
    "*.do, /api/*",
    "*.do, /orders",
  })
  void doNotCoverTheRest(String patterns, String required) {
    assertThat(cover(patterns, required)).isFalse();
  }

  @ParameterizedTest(name = "{0} do not cover {1}")
  @CsvSource({"/orders, /orders", "*.do, /orders.do", "*.do /orders, /orders.do"})
  void leaveOutTheSlashThatMakesNoDifferenceToAResource(String patterns, String required) {
    assertThat(cover(patterns, required)).isFalse();
  }

  @ParameterizedTest(name = "{0} do not cover {1}")
  @CsvSource({"*.do, /a.do/b", "*.do, /do", "*.do, /x.DO", "*.do, /x.do.txt", "*.d, /x.do"})
  void takeTheExtensionFromTheEndOfThePath(String pattern, String path) {
    assertThat(cover(pattern + " " + path + "/", path)).isFalse();
  }

  @Test
  void areAmbiguousWithThePatternOfTheDefaultServlet() {
    assertThat(new UrlPatterns(Set.of("/api/*", "/")).areAmbiguous()).isTrue();
    assertThat(new UrlPatterns(Set.of("/api/*", "/*", "/x")).areAmbiguous()).isFalse();
  }
}
