package io.tokenrevocation.rest.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClientCredentialsTest {

  private static final Form NO_CLIENT = Form.parse("token=a");
  private static final Form WEB = Form.parse("token=a&client_id=web");

  @Test
  void areOfThePublicClientInTheForm() {
    assertThat(ClientCredentials.of(List.of(), WEB)).isEqualTo(new ClientCredentials("web", null));
  }

  @ParameterizedTest
  @CsvSource({
    "web:secret, web, secret",
    "web:, web, ''",
    "web:a:b, web, a:b",
    "'web: s ', web, ' s '",
    "wüb:ß, wüb, ß"
  })
  void areWhatBasicSays(String userPass, String clientId, String secret) {
    assertThat(ClientCredentials.of(List.of(basic(userPass)), NO_CLIENT))
        .isEqualTo(new ClientCredentials(clientId, secret));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Basic ", "basic ", "BASIC ", "Basic   "})
  @DisplayName("RFC 9110, 11.1: the scheme is case-insensitive")
  void areReadWhateverTheCaseOfTheScheme(String scheme) {
    var header = scheme + basic("web:secret").substring("Basic ".length());
    assertThat(ClientCredentials.of(List.of(header), NO_CLIENT).clientId()).isEqualTo("web");
  }

  @Test
  @DisplayName("2.1: a repeated matching id in the body is accepted")
  void areWhatBasicSaysAlsoWhenTheFormRepeatsTheId() {
    assertThat(ClientCredentials.of(List.of(basic("web:secret")), WEB))
        .isEqualTo(new ClientCredentials("web", "secret"));
  }

  @Test
  void areRefusedWhenTheFormNamesAnotherClient() {
    assertInvalidClient(basic("mobile:secret"), WEB);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "Basic", "Basic ", "Basic !!!", "Basic d2Vi", "Bearer d2ViOnNlY3JldA=="})
  void areRefusedWhenTheHeaderSaysNothing(String header) {
    assertInvalidClient(header, WEB);
  }

  @Test
  void areRefusedWhenNobodyIsNamed() {
    assertThatThrownBy(() -> ClientCredentials.of(List.of(), NO_CLIENT))
        .isInstanceOf(OAuthError.class)
        .hasMessage("Client authentication failed");
  }

  @Test
  void areRefusedWhenThereAreTwoHeaders() {
    var twice = List.of(basic("web:secret"), basic("web:secret"));
    assertThatThrownBy(() -> ClientCredentials.of(twice, WEB))
        .isInstanceOf(OAuthError.class)
        .hasMessage("More than one Authorization header");
  }

  @Test
  void showNoSecretWhenPrinted() {
    assertThat(new ClientCredentials("web", "secret").toString())
        .contains("web")
        .doesNotContain("secret");
  }

  private static void assertInvalidClient(String header, Form form) {
    assertThatThrownBy(() -> ClientCredentials.of(List.of(header), form))
        .isInstanceOf(OAuthError.class)
        .hasMessage("Client authentication failed");
  }

  private static String basic(String userPass) {
    return "Basic " + Base64.getEncoder().encodeToString(userPass.getBytes(StandardCharsets.UTF_8));
  }
}
