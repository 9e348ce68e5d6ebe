package io.tokenrevocation.rest.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import io.tokenrevocation.jpa.TestDatabase;
import io.tokenrevocation.mint.Vault;
import io.tokenrevocation.pool.AppClient;
import io.tokenrevocation.pool.AppClients;
import io.tokenrevocation.pool.UserPool;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClientAuthenticationTest {

  private static final String POOL = "eu-west-1_TestPool1";
  private static final String SECRET = "a+secret+of+24+characters";
  private static final TestDatabase DATABASE = TestDatabase.open();
  private static final AppClients CLIENTS =
      new AppClients(DATABASE.clients(), new Vault(new byte[Vault.KEY_LENGTH]));

  private final ClientAuthentication strict = new ClientAuthentication(CLIENTS, false);
  private final ClientAuthentication lenient = new ClientAuthentication(CLIENTS, true);

  @BeforeAll
  static void register() {
    DATABASE.pools().ensure(new UserPool(POOL, "https://authority.example/cognito-idp/" + POOL));
    CLIENTS.register(POOL, "web", null, Set.of());
    CLIENTS.register(POOL, "back+end", SECRET, Set.of());
  }

  @AfterAll
  static void close() {
    DATABASE.close();
  }

  @Test
  void findsAPublicClientThatNamesItself() {
    assertThat(strict.find(List.of(), Form.parse("client_id=web")).map(AppClient::id))
        .contains("web");
  }

  @ParameterizedTest
  @CsvSource({
    "back+end:a+secret+of+24+characters",
    "back%2Bend:a%2Bsecret%2Bof%2B24%2Bcharacters",
    "back%2bend:a%2bsecret%2bof%2b24%2bcharacters"
  })
  @DisplayName("RFC 6749, 2.3.1: form-encoded, or as most clients send them")
  void findsAConfidentialClientByBasic(String userPass) {
    assertThat(byBasic(userPass).map(AppClient::id)).contains("back+end");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "back+end:",
        "back+end:a+secret+of+24+character",
        "back+end:A+secret+of+24+characters",
        "back+end:a secret of 24 characters",
        "back+end:a%2Bsecret+of+24+characters",
        "nobody:a+secret+of+24+characters",
        ":"
      })
  void findsNobodyWithAnotherSecretOrName(String userPass) {
    assertThat(byBasic(userPass)).isEmpty();
  }

  @Test
  void findsNobodyUnderANameNoClientCanHave() {
    assertThat(strict.find(List.of(), Form.parse("client_id=" + "a".repeat(60_000)))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"client_id=back%2Bend", "token=a"})
  void findsNobodyWhoDoesNotProveIt(String form) {
    assertThat(strict.find(List.of(), Form.parse(form))).isEmpty();
    assertThat(lenient.find(List.of(), Form.parse(form))).isEmpty();
    assertThat(strict.findAlsoByForm(List.of(), Form.parse(form))).isEmpty();
  }

  @Test
  @DisplayName("2.1: with the secret in the body, invalid_client")
  void takesASecretInTheFormOnlyWhereAllowed() {
    var form = Form.parse("client_id=back%2Bend&client_secret=a%2Bsecret%2Bof%2B24%2Bcharacters");
    assertThat(strict.find(List.of(), form)).isEmpty();
    assertThat(strict.findAlsoByForm(List.of(), form)).isPresent();
    assertThat(lenient.find(List.of(), form)).isPresent();
  }

  @Test
  void takesNoWrongSecretInTheForm() {
    var form = Form.parse("client_id=back%2Bend&client_secret=a+secret+of+24+characters");
    assertThat(lenient.find(List.of(), form)).isEmpty();
  }

  @Test
  @DisplayName("1.4: a secret sent by a public client is ignored")
  void takesNoNoticeOfAPublicClientsSecret() {
    var form = Form.parse("client_id=web&client_secret=any");
    assertThat(strict.find(List.of(), form)).isPresent();
    assertThat(lenient.find(List.of(), form)).isPresent();
    assertThat(byBasic("web:any")).isPresent();
  }

  private Optional<AppClient> byBasic(String userPass) {
    var encoded = Base64.getEncoder().encodeToString(userPass.getBytes(StandardCharsets.UTF_8));
    return strict.find(List.of("Basic " + encoded), Form.parse("token=a"));
  }
}
