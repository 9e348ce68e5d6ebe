package io.tokenrevocation.token;

import static io.tokenrevocation.TestTokens.ISSUER;
import static io.tokenrevocation.TestTokens.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyOperation;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.OctetSequenceKey;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import io.tokenrevocation.StoreUnavailableException;
import io.tokenrevocation.feed.FakeClock;
import java.io.IOException;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RemoteKeysTest {

  private static final RSAKey OLD = named(TestKeys.ISSUERS, "old");
  private static final RSAKey NEW = named(TestKeys.ATTACKERS, "new");
  private static final Duration MOMENT = Duration.ofMillis(1);

  private final FakeClock clock = new FakeClock(NOW);
  private final KeyServer server = new KeyServer();
  private final RemoteKeys keys = new RemoteKeys(ISSUER, server.address(), clock);

  RemoteKeysTest() throws IOException {
    server.publish(OLD);
  }

  @AfterEach
  void close() {
    keys.close();
    server.close();
  }

  private static RSAKey named(RSAKey key, String id) {
    return new RSAKey.Builder(key).keyID(id).build().toPublicJWK();
  }

  private static Optional<PublicKey> publicKey(RSAKey key) {
    return Optional.of(TestKeys.publicKey(key));
  }

  private Optional<PublicKey> find(String keyId) {
    return keys.find(keyId, "RS256");
  }

  private void assertNotKnown(String keyId) {
    assertThatExceptionOfType(StoreUnavailableException.class)
        .isThrownBy(() -> find(keyId))
        .withMessage("the keys of the issuer " + ISSUER + " are not known");
  }

  @Nested
  class Fetching {

    @Test
    void waitsForTheFirstToken() {
      assertThat(server.requests()).isZero();
      assertThat(find("old")).isEqualTo(publicKey(OLD));
      assertThat(server.requests()).isEqualTo(1);
    }

    @Test
    void happensOnceForManyTokens() {
      for (var i = 0; i < 100; i++) {
        find("old");
      }
      assertThat(server.requests()).isEqualTo(1);
    }

    @Test
    void happensInTheBackgroundShortlyBefore() throws InterruptedException {
      find("old");
      var again = new CountDownLatch(1);
      server.answer(
          exchange -> {
            again.countDown();
            KeyServer.send(exchange, 500, "");
          });
      clock.advance(RemoteKeys.REMEMBERED.minusSeconds(1));
      assertThat(find("old")).isEqualTo(publicKey(OLD));
      assertThat(again.await(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void happensAgainWhenKeysHaveBeenRememberedLongEnough() {
      find("old");
      server.publish(NEW);
      clock.advance(RemoteKeys.REMEMBERED.plus(MOMENT));
      assertThat(find("old")).as("withdrawn").isEmpty();
    }
  }

  @Nested
  class Rotation {

    @Test
    void isNoticedWithTheFirstTokenOfTheNewKey() {
      find("old");
      server.publish(OLD, NEW);
      assertThat(find("new")).isEqualTo(publicKey(NEW));
      assertThat(find("old")).isEqualTo(publicKey(OLD));
    }

    @Test
    void leavesNothingOfAKeyThatIsWithdrawn() {
      find("old");
      server.publish(NEW);
      assertThat(find("new")).isPresent();
      assertThat(find("old")).isEmpty();
    }

    @Test
    void isNoticedAfterAFlood() {
      find("old");
      flood();
      server.publish(NEW);
      assertThat(find("new")).as("asked too often").isEmpty();
      clock.advance(RemoteKeys.BETWEEN_FETCHES.plus(MOMENT));
      assertThat(find("new")).isEqualTo(publicKey(NEW));
    }
  }

  @Nested
  class AFloodOfUnknownKeys {

    @Test
    void fetchesAFewTimesOnly() {
      flood();
      assertThat(server.requests()).isLessThanOrEqualTo(3);
      clock.advance(RemoteKeys.BETWEEN_FETCHES.plus(MOMENT));
      flood();
      assertThat(server.requests()).isLessThanOrEqualTo(6);
    }

    @Test
    void leavesTheKnownOnesGood() {
      flood();
      clock.advance(RemoteKeys.REMEMBERED.plus(MOMENT));
      flood();
      assertThat(find("old")).isEqualTo(publicKey(OLD));
    }

    @Test
    void asksAnEndpointThatIsDownAFewTimesOnly() {
      server.answer(500, "");
      for (var i = 0; i < 100; i++) {
        assertNotKnown("unknown-" + i);
      }
      assertThat(server.requests()).as("each fetch is tried twice").isLessThanOrEqualTo(4);
    }
  }

  private void flood() {
    for (var i = 0; i < 100; i++) {
      assertThat(find("unknown-" + i)).isEmpty();
    }
  }

  @Nested
  class AnOutage {

    @Test
    void fromTheBeginningIsNotTheClientsFault() throws IOException {
      server.goDown();
      assertNotKnown("old");
      server.comeBack();
      clock.advance(RemoteKeys.BETWEEN_FETCHES.plus(MOMENT));
      assertThat(find("old")).isEqualTo(publicKey(OLD));
    }

    @Test
    void leavesKnownKeysGood() {
      find("old");
      server.goDown();
      for (var minutes = 0; minutes < 60; minutes++) {
        clock.advance(Duration.ofMinutes(1));
        assertThat(find("old")).isEqualTo(publicKey(OLD));
      }
    }

    @Test
    void makesNothingOfAnUnknownKey() {
      find("old");
      server.goDown();
      assertThat(find("new")).isEmpty();
    }

    @Test
    void endsByItself() throws IOException {
      find("old");
      server.goDown();
      clock.advance(RemoteKeys.REMEMBERED.plus(MOMENT));
      find("old");
      server.comeBack();
      server.publish(NEW);
      clock.advance(RemoteKeys.BETWEEN_FETCHES.plus(MOMENT));
      assertThat(find("new")).isEqualTo(publicKey(NEW));
    }

    @Test
    void doesNotLastForEver() {
      find("old");
      server.goDown();
      clock.advance(RemoteKeys.KEPT_IN_OUTAGE.plus(MOMENT));
      assertNotKnown("old");
    }

    @Test
    void isHiddenByASecondTry() {
      server.answer(
          exchange -> {
            server.publish(OLD);
            KeyServer.send(exchange, 500, "");
          });
      assertThat(find("old")).isEqualTo(publicKey(OLD));
    }
  }

  @Nested
  class AKey {

    private RSAKey.Builder key() {
      return new RSAKey.Builder(OLD);
    }

    private boolean isFound(JWK... published) {
      server.publish(published);
      return find("old").isPresent();
    }

    @Test
    void fitsIfNothingElseIsSaidOfIt() {
      assertThat(isFound(key().build())).isTrue();
    }

    @Test
    void fitsIfItIsForVerifyingWithTheAlgorithm() {
      assertThat(
              isFound(
                  key()
                      .keyUse(KeyUse.SIGNATURE)
                      .keyOperations(Set.of(KeyOperation.VERIFY))
                      .algorithm(JWSAlgorithm.RS256)
                      .build()))
          .isTrue();
    }

    @Test
    void fitsNotIfItIsForEncryption() {
      assertThat(isFound(key().keyUse(KeyUse.ENCRYPTION).build())).isFalse();
    }

    @Test
    void fitsNotIfItIsForOtherOperations() {
      assertThat(isFound(key().keyOperations(Set.of(KeyOperation.WRAP_KEY)).build())).isFalse();
    }

    @Test
    void fitsNotIfItIsForAnotherAlgorithm() {
      assertThat(isFound(key().algorithm(JWSAlgorithm.PS256).build())).isFalse();
    }

    @Test
    @DisplayName("RFC 7518, 3.3: a key of size 2048 bits or larger MUST be used")
    void fitsNotIfItIsShort() throws Exception {
      var generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(1024);
      var publicKey = (RSAPublicKey) generator.generateKeyPair().getPublic();
      assertThat(isFound(new RSAKey.Builder(publicKey).keyID("old").build())).isFalse();
    }

    @Test
    void fitsNotIfItIsASharedSecret() {
      var secret = new OctetSequenceKey.Builder(new byte[32]).keyID("old").build();
      assertThat(isFound(secret)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"OLD", "old ", "", "*"})
    void isFoundUnderItsWholeName(String keyId) {
      assertThat(find(keyId)).isEmpty();
    }

    @Test
    void isFoundByItsKindWhereTwoHaveOneName() throws JOSEException {
      var curve = ellipticCurve("old", Curve.P_256);
      server.publish(OLD, curve.toPublicJWK());
      assertThat(keys.find("old", "RS256")).isEqualTo(publicKey(OLD));
      assertThat(keys.find("old", "ES256")).contains(curve.toECPublicKey());
      assertThat(keys.find("old", "ES384")).isEmpty();
    }

    @Test
    void isAmbiguousWhereTwoOfAKindHaveOneName() {
      assertThat(isFound(OLD, named(NEW, "old"))).isFalse();
    }

    @Test
    @DisplayName("OpenID Connect Core, 10.1: with several keys, a kid MUST be provided")
    void needsNoNameWhereItIsTheOnlyOneThatFits() throws JOSEException {
      var encrypts = new RSAKey.Builder(NEW).keyUse(KeyUse.ENCRYPTION).build();
      server.publish(OLD, encrypts, ellipticCurve("ec", Curve.P_256).toPublicJWK());
      assertThat(keys.find(null, "RS256")).isEqualTo(publicKey(OLD));
    }

    @Test
    void needsANameWhereThereAreSeveral() {
      server.publish(OLD, NEW);
      assertThat(keys.find(null, "RS256")).isEmpty();
    }

    private ECKey ellipticCurve(String id, Curve curve) throws JOSEException {
      return new ECKeyGenerator(curve).keyID(id).generate();
    }
  }

  @Test
  void leaveNoThreadBehind() throws InterruptedException {
    var before = Set.copyOf(Thread.getAllStackTraces().keySet());
    var others = new RemoteKeys(ISSUER, server.address(), clock);
    others.find("old", "RS256");
    others.close();
    for (var thread : Thread.getAllStackTraces().keySet()) {
      if (!before.contains(thread) && thread.getName().startsWith("pool-")) {
        thread.join(10_000); // it ends in its own time
        assertThat(thread.isAlive()).isFalse();
      }
    }
  }
}
