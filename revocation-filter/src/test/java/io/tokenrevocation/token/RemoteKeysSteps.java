package io.tokenrevocation.token;

import static io.tokenrevocation.TestTokens.ISSUER;
import static io.tokenrevocation.TestTokens.NOW;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.nimbusds.jose.jwk.RSAKey;
import io.tokenrevocation.StoreUnavailableException;
import io.tokenrevocation.feed.FakeClock;
import java.io.IOException;
import java.security.PublicKey;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;

/** An issuer whose keys are fetched, and the small steps the tests of it are written in. */
abstract class RemoteKeysSteps {

  static final RSAKey OLD = named(TestKeys.ISSUERS, "old");
  static final RSAKey NEW = named(TestKeys.ATTACKERS, "new");
  static final Duration MOMENT = Duration.ofMillis(1);

  final FakeClock clock = new FakeClock(NOW);
  final KeyServer server = new KeyServer();
  final RemoteKeys keys = new RemoteKeys(ISSUER, server.address(), clock);

  RemoteKeysSteps() throws IOException {
    server.publish(OLD);
  }

  @AfterEach
  final void close() {
    keys.close();
    server.close();
  }

  static RSAKey named(RSAKey key, String id) {
    return new RSAKey.Builder(key).keyID(id).build().toPublicJWK();
  }

  static Optional<PublicKey> publicKey(RSAKey key) {
    return Optional.of(TestKeys.publicKey(key));
  }

  final Optional<PublicKey> find(String keyId) {
    return keys.find(keyId, "RS256");
  }

  final void assertNotKnown(String keyId) {
    assertThatExceptionOfType(StoreUnavailableException.class)
        .isThrownBy(() -> find(keyId))
        .withMessage("the keys of the issuer " + ISSUER + " are not known");
  }
}
