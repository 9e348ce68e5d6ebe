package io.tokenrevocation.rest.sigv4;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CanonicalUriTest {

  @ParameterizedTest
  @CsvSource({
    "'', /",
    "/, /",
    "//, /",
    "/a, /a",
    "/a/, /a/",
    "//a//b, /a/b",
    "/./a/., /a/",
    "/a/../b, /b",
    "/a/.., /",
    "/../a, /a",
    "/documents%20and%20settings/, /documents%2520and%2520settings/",
    "/a;b=c, /a%3Bb%3Dc",
    "/-._~, /-._~",
  })
  void isAPathEncodedOnceMoreWithoutDotsAndEmptySegments(String raw, String canonical) {
    assertThat(CanonicalUri.path(raw)).isEqualTo(canonical);
  }

  @ParameterizedTest
  @CsvSource({
    "'', ''",
    "a, a=",
    "a=, a=",
    "a=b=c, a=b%3Dc",
    "b=1&a=2, a=2&b=1",
    "a=2&a=1, a=1&a=2",
    "a-b=1&a=2, a=2&a-b=1",
    "A=1&a=1, A=1&a=1",
    "%61=%7e, a=~",
    "a=%c3%a4, a=%C3%A4",
    "a=b c, a=b%20c",
    "a=b+c, a=b%2Bc",
    "a=%, a=%25",
    "a=%zz, a=%25zz",
    "a&&b, a=&b=",
  })
  void isAQueryInOrder(String raw, String canonical) {
    assertThat(CanonicalUri.query(raw)).isEqualTo(canonical);
  }
}
