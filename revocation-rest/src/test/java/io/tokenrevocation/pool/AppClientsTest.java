package io.tokenrevocation.pool;

import static io.tokenrevocation.pool.TestAuthority.POOL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tokenrevocation.jpa.TestDatabase;
import io.tokenrevocation.mint.Vault;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.EnumSet;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class AppClientsTest {

  private static final String SECRET = "a_client_secret_of_27_chars";
  private static final Set<AuthFlow> FLOWS = EnumSet.allOf(AuthFlow.class);
  private static final TestDatabase DATABASE = TestDatabase.open();

  private final AppClients clients =
      new AppClients(DATABASE.clients(), new Vault(new byte[Vault.KEY_LENGTH]));

  AppClientsTest() {
    DATABASE.pools().ensure(new UserPool(POOL, TestAuthority.ISSUER));
    clients.register(POOL, "confidential", SECRET, FLOWS);
    clients.register(POOL, "public", null, Set.of());
  }

  @AfterAll
  static void close() {
    DATABASE.close();
  }

  @Test
  void findsAClientAsItWasRegistered() {
    var found = find("confidential");
    assertThat(found.poolId()).isEqualTo(POOL);
    assertThat(found.name()).isEqualTo("confidential");
    assertThat(found.flows()).isEqualTo(FLOWS);
    assertThat(found.tokenRevocation()).isTrue();
    assertThat(found.validity()).isEqualTo(TokenValidity.DEFAULT);
    assertThat(found.isConfidential()).isTrue();
  }

  @Test
  void findsAClientWithoutFlowsOrSecret() {
    assertThat(find("public").flows()).isEmpty();
    assertThat(find("public").isConfidential()).isFalse();
  }

  @Test
  void findsNoUnknownClient() {
    assertThat(clients.find("unknown")).isEmpty();
  }

  @Test
  void registersAnIdOnceAndKeepsTheFirst() {
    assertThat(clients.register(POOL, "public", "another_secret_of_27_chars_", FLOWS)).isFalse();
    assertThat(find("public").isConfidential()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "short", "a_client_secret-of_27_chars"})
  void refusesASecretThatNoClientCouldSend(String secret) {
    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() -> clients.register(POOL, "new", secret, FLOWS));
  }

  @Test
  void refusesAPoolThatThereIsNot() {
    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() -> clients.register("us-east-1_Nowhere", "new", null, FLOWS))
        .withMessageContaining("us-east-1_Nowhere");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a-b", "a b"})
  void refusesAnIdThatNoClientCouldSend(String id) {
    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() -> clients.register(POOL, id, null, FLOWS));
  }

  @Test
  void storesNoSecretThatCanBeRead() {
    assertThat(find("confidential").secret().orElseThrow()).doesNotContain(SECRET);
  }

  @Test
  void acceptsTheSecretOfAConfidentialClient() {
    assertThat(clients.authenticates(find("confidential"), SECRET)).isTrue();
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "wrong", SECRET + " ", "A_CLIENT_SECRET_OF_27_CHARS"})
  void refusesAnythingElseForAConfidentialClient(String presented) {
    assertThat(clients.authenticates(find("confidential"), presented)).isFalse();
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "superfluous"})
  void ignoresWhatAPublicClientSends(String presented) {
    assertThat(clients.authenticates(find("public"), presented)).isTrue();
  }

  @Test
  void acceptsTheHashOfTheMessageKeyedWithTheSecret() throws GeneralSecurityException {
    var hash = hmac(SECRET, "aliceconfidential");
    assertThat(clients.authenticates(find("confidential"), "aliceconfidential", hash)).isTrue();
    assertThat(clients.authenticates(find("confidential"), "bobconfidential", hash)).isFalse();
  }

  @Test
  void refusesAHashKeyedWithSomethingElse() throws GeneralSecurityException {
    var hash = hmac("wrong", "aliceconfidential");
    assertThat(clients.authenticates(find("confidential"), "aliceconfidential", hash)).isFalse();
    assertThat(clients.authenticates(find("confidential"), "aliceconfidential", new byte[0]))
        .isFalse();
  }

  private AppClient find(String id) {
    return clients.find(id).orElseThrow();
  }

  private static byte[] hmac(String key, String message) throws GeneralSecurityException {
    var mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
    return mac.doFinal(message.getBytes(StandardCharsets.UTF_8));
  }
}
