package io.tokenrevocation.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClaimPathTest {

  private static final Map<String, Object> CLAIMS =
      Map.of(
          "sub",
          "alice",
          "https://example.com/groups",
          "by URL",
          "realm_access",
          Map.of("roles", "nested"),
          "resource_access",
          Map.of("my.api", Map.of("roles", "deep"), "my", Map.of("other", "beside")),
          "both",
          Map.of("ways", "nested"),
          "both.ways",
          "whole name");

  @Test
  void findsAClaimByItsName() {
    assertThat(ClaimPath.find(CLAIMS, "sub")).isEqualTo("alice");
  }

  @Test
  void findsANameWithDotsAndColons() {
    assertThat(ClaimPath.find(CLAIMS, "https://example.com/groups")).isEqualTo("by URL");
  }

  @Test
  void findsANestedClaimByItsPath() {
    assertThat(ClaimPath.find(CLAIMS, "realm_access.roles")).isEqualTo("nested");
  }

  @Test
  void findsANestedClaimBehindANameWithADot() {
    assertThat(ClaimPath.find(CLAIMS, "resource_access.my.api.roles")).isEqualTo("deep");
    assertThat(ClaimPath.find(CLAIMS, "resource_access.my.other")).isEqualTo("beside");
  }

  @Test
  void prefersTheWholeName() {
    assertThat(ClaimPath.find(CLAIMS, "both.ways")).isEqualTo("whole name");
  }

  @Test
  void takesANullForNone() {
    var claims = new HashMap<String, Object>(CLAIMS);
    claims.put("both.ways", null);
    assertThat(ClaimPath.find(claims, "both.ways")).isEqualTo("nested");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ".",
        "SUB",
        "sub.",
        ".sub",
        "sub.name",
        "realm_access.",
        "realm_access.roles.x"
      })
  void findsNothingElse(String path) {
    assertThat(ClaimPath.find(CLAIMS, path)).isNull();
  }

  @Test
  void doesNotLookIntoArrays() {
    assertThat(ClaimPath.find(Map.of("a", List.of(Map.of("b", "c"))), "a.b")).isNull();
  }
}
