package io.tokenrevocation.token;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.io.IOException;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPublicKey;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A key that an issuer publishes")
class RemoteKeyFitTest extends RemoteKeysSteps {

  RemoteKeyFitTest() throws IOException {}

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
