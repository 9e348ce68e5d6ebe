package io.tokenrevocation.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyAddressTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://idp.example/keys",
        "https://idp.example:8443/keys?tenant=1",
        "https://10.0.0.1/keys",
        "http://localhost:8080/keys",
        "http://127.0.0.1/keys",
        "http://127.1.2.3:9000/keys",
        "http://[::1]:9000/keys"
      })
  void isTakenWhereNobodyElseCanAnswer(String text) {
    assertThat(KeyAddress.parse(text)).hasToString(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "keys",
        "/keys",
        "https:///keys",
        "https:keys",
        "http://idp.example/keys",
        "http://10.0.0.1/keys",
        "http://127.0.0.1.example.com/keys",
        "http://localhost.example.com/keys",
        "http://localhost@evil.example/keys",
        "http://[::2]/keys",
        "https://user:password@idp.example/keys",
        "https://idp.example/keys#fragment",
        "HTTP://idp.example/keys",
        "file:///etc/keys.json",
        "jar:file:///keys.jar!/keys",
        "ftp://localhost/keys",
        "https://idp.example/two words"
      })
  void isRefusedElsewhere(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> KeyAddress.parse(text));
  }
}
