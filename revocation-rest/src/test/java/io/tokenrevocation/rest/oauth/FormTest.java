package io.tokenrevocation.rest.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormTest {

  @Test
  void readsEveryParameter() {
    var form = Form.parse("token=a.b.c&client_id=web&token_type_hint=refresh_token");
    assertThat(form.get("token")).contains("a.b.c");
    assertThat(form.get("client_id")).contains("web");
    assertThat(form.get("token_type_hint")).contains("refresh_token");
  }

  @ParameterizedTest
  @CsvSource({
    "token=a%2Bb, a+b",
    "token=a+b, a b",
    "token=%C3%BC, ü",
    "token=a=b==, a=b==",
    "to%6Ben=a, a",
    "'token=a\r\n', a",
    "'&&token=a&', a"
  })
  @DisplayName("RFC 6749, B: values are form-encoded UTF-8")
  void decodes(String body, String expected) {
    assertThat(Form.parse(body).get("token")).contains(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "   ", "token", "token=", "Token=a", "other=a"})
  @DisplayName("RFC 6749, 3.2: parameters sent without a value are treated as omitted")
  void hasNoParameterThatWasLeftOut(String body) {
    assertThat(Form.parse(body).get("token")).isEmpty();
  }

  @Test
  void hasWhatIsRequiredOrSaysWhatIsMissing() {
    var form = Form.parse("token=a&scope=");
    assertThat(form.required("token")).isEqualTo("a");
    assertThatThrownBy(() -> form.required("scope"))
        .isInstanceOf(OAuthError.class)
        .hasMessage("scope is missing");
  }

  @ParameterizedTest
  @ValueSource(strings = {"token=a&token=b", "token=a&token=a", "token&token=a", "x=1&%78=2"})
  @DisplayName("RFC 6749, 3.2: parameters must not be included more than once")
  void refusesAParameterThatIsRepeated(String body) {
    assertThatThrownBy(() -> Form.parse(body))
        .isInstanceOf(OAuthError.class)
        .hasMessage("A parameter is repeated");
  }

  @ParameterizedTest
  @ValueSource(strings = {"token=%", "token=%2", "token=%zz", "%=a"})
  void refusesWhatIsNotFormEncoded(String body) {
    assertThatThrownBy(() -> Form.parse(body))
        .isInstanceOf(OAuthError.class)
        .hasMessage("The body is not form-encoded");
  }
}
