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
  private static final Form SECRET = Form.parse("token=a&client_id=web&client_secret=secret");

  @Test
  void areOfThePublicClientInTheForm() {
    assertThat(of(WEB)).containsExactly(new ClientCredentials("web", null));
  }

  @Test
  @DisplayName("2.1: client_secret in the body is not documented for this endpoint")
  void leaveASecretInTheFormUnread() {
    assertThat(of(SECRET)).containsExactly(new ClientCredentials("web", null));
  }

  @Test
  @DisplayName("5.8: secret by Basic or client_secret in the body")
  void haveTheSecretInTheFormWhereItCounts() {
    assertThat(ClientCredentials.of(List.of(), SECRET, true))
        .containsExactly(new ClientCredentials("web", "secret"));
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  @DisplayName("RFC 6749, 2.3: not more than one authentication method in each request")
  void areRefusedWhenTheFormHasASecretBesideTheHeader(boolean secretInForm) {
    var header = List.of(basic("web:secret"));
    assertThatThrownBy(() -> ClientCredentials.of(header, SECRET, secretInForm))
        .isInstanceOf(OAuthError.class)
        .hasMessage("The client authenticates in more than one way");
  }

  @ParameterizedTest
  @CsvSource({
    "web:secret, web, secret",
    "web:, web, ''",
    "web:a:b, web, a:b",
    "'web: s ', web, ' s '",
    "wüb:ß, wüb, ß",
    "web:%zz, web, %zz"
  })
  void areWhatBasicSays(String userPass, String clientId, String secret) {
    assertThat(of(NO_CLIENT, basic(userPass)))
        .containsExactly(new ClientCredentials(clientId, secret));
  }

  @ParameterizedTest
  @CsvSource({
    "web:a+b, web, a+b, web, a b",
    "web:a%2Bb, web, a%2Bb, web, a+b",
    "w%5Fb:a, w%5Fb, a, w_b, a",
    "w+b:%C3%BC, w+b, %C3%BC, w b, ü"
  })
  @DisplayName("RFC 6749, 2.3.1: form-encoded, though most clients send them as they are")
  void areAsSentAndThenDecoded(
      String userPass, String rawId, String rawSecret, String id, String secret) {
    assertThat(of(NO_CLIENT, basic(userPass)))
        .containsExactly(
            new ClientCredentials(rawId, rawSecret), new ClientCredentials(id, secret));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Basic ", "basic ", "BASIC ", "Basic   "})
  @DisplayName("RFC 9110, 11.1: the scheme is case-insensitive")
  void areReadWhateverTheCaseOfTheScheme(String scheme) {
    var header = scheme + basic("web:secret").substring("Basic ".length());
    assertThat(of(NO_CLIENT, header)).containsExactly(new ClientCredentials("web", "secret"));
  }

  @Test
  @DisplayName("2.1: a repeated matching id in the body is accepted")
  void areWhatBasicSaysAlsoWhenTheFormRepeatsTheId() {
    assertThat(of(WEB, basic("web:secret")))
        .containsExactly(new ClientCredentials("web", "secret"));
  }

  @Test
  void areOnlyTheReadingThatTheFormRepeats() {
    assertThat(of(WEB, basic("w%65b:secret")))
        .containsExactly(new ClientCredentials("web", "secret"));
  }

  @Test
  void areNoneWhenTheFormNamesAnotherClient() {
    assertThat(of(WEB, basic("mobile:secret"))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "Basic", "Basic ", "Basic !!!", "Basic d2Vi", "Bearer d2ViOnNlY3JldA=="})
  void areNoneWhenTheHeaderSaysNothing(String header) {
    assertThat(of(WEB, header)).isEmpty();
  }

  @Test
  void areNoneWhenNobodyIsNamed() {
    assertThat(of(NO_CLIENT)).isEmpty();
  }

  @Test
  void areRefusedWhenThereAreTwoHeaders() {
    assertThatThrownBy(() -> of(WEB, basic("web:secret"), basic("web:secret")))
        .isInstanceOf(OAuthError.class)
        .hasMessage("More than one Authorization header");
  }

  @Test
  void showNoSecretWhenPrinted() {
    assertThat(new ClientCredentials("web", "secret").toString())
        .contains("web")
        .doesNotContain("secret");
  }

  private static List<ClientCredentials> of(Form form, String... authorization) {
    return ClientCredentials.of(List.of(authorization), form, false);
  }

  private static String basic(String userPass) {
    return "Basic " + Base64.getEncoder().encodeToString(userPass.getBytes(StandardCharsets.UTF_8));
  }
}
