package io.tokenrevocation.rest.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BearerCredentialsTest {

  private static final Optional<Form> FORM = Optional.of(Form.parse("access_token=a.b.c"));

  @ParameterizedTest
  @CsvSource({
    "Bearer a.b.c, a.b.c",
    "bearer a.b.c, a.b.c",
    "BEARER   a.b-c_d~e+f/g==, a.b-c_d~e+f/g==",
    "'Bearer a.b.c ', a.b.c"
  })
  @DisplayName("RFC 6750, 2.1: Authorization Request Header Field")
  void areInTheHeader(String header, String token) {
    assertThat(BearerCredentials.of(List.of(header), Optional.empty())).isEqualTo(token);
  }

  @Test
  @DisplayName("RFC 6750, 2.2: Form-Encoded Body Parameter")
  void areInTheForm() {
    assertThat(BearerCredentials.of(List.of(), FORM)).isEqualTo("a.b.c");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Bearer", "Bearer ", "Bearera.b.c", "Bearer a b", "Basic d2ViOg=="})
  void areMalformedWithoutABearerToken(String header) {
    assertMalformed(List.of(header), Optional.empty());
  }

  @Test
  void areMalformedWhenThereAreNone() {
    assertMalformed(List.of(), Optional.empty());
    assertMalformed(List.of(), Optional.of(Form.parse("token=a.b.c")));
  }

  @Test
  @DisplayName("RFC 6750, 2: not more than one method in each request")
  void areMalformedWhenThereAreTwo() {
    assertMalformed(List.of("Bearer a.b.c"), FORM);
    assertMalformed(List.of("Bearer a.b.c", "Bearer a.b.c"), Optional.empty());
  }

  private static void assertMalformed(List<String> authorization, Optional<Form> form) {
    assertThatThrownBy(() -> BearerCredentials.of(authorization, form))
        .isInstanceOf(OAuthError.class)
        .hasMessage("Bad OAuth2 request at UserInfo Endpoint");
  }
}
