package io.tokenrevocation.mint;

import static io.tokenrevocation.mint.TestKeys.ISSUER;
import static io.tokenrevocation.mint.TestKeys.POOL;
import static io.tokenrevocation.mint.TestKeys.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import io.tokenrevocation.StoreUnavailableException;
import io.tokenrevocation.token.TokenProfile;
import io.tokenrevocation.token.TrustedIssuer;
import java.security.PublicKey;
import java.text.ParseException;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class SigningKeysTest {

  private final SigningKeys keys = TestKeys.loaded();

  private Optional<PublicKey> find(@Nullable String keyId) {
    return keys.find(ISSUER).orElseThrow().keys().find(keyId, "RS256");
  }

  @Nested
  @DisplayName("5.1: access and ID tokens are signed with two different keys of the pool")
  class OfAPool {

    @Test
    void areTwo() {
      assertThat(keys.signing(POOL, SealedKey.Use.ACCESS, START).keyId())
          .isNotEqualTo(keys.signing(POOL, SealedKey.Use.ID, START).keyId());
    }

    @Test
    void haveIdsThatAre32BytesInBase64() {
      assertThat(
              Base64.getDecoder().decode(keys.signing(POOL, SealedKey.Use.ACCESS, START).keyId()))
          .hasSize(32);
    }

    @Test
    void areTheSameForEveryNodeOnTheSameStore() {
      assertThat(TestKeys.loaded().publicKeySet(POOL)).isEqualTo(keys.publicKeySet(POOL));
    }

    @Test
    void areFoundByIssuerAndId() {
      for (var use : SealedKey.Use.values()) {
        assertThat(find(keys.signing(POOL, use, START).keyId())).isPresent();
      }
    }

    @Test
    void lieSealedInTheStore() {
      assertThat(TestKeys.STORE.keysOf(POOL))
          .hasSize(2)
          .allSatisfy(key -> assertThat(key.sealed().split("\\.", -1)).hasSize(5));
    }

    @Test
    void doNotOpenWithAnotherEncryptionKey() {
      var another = new byte[Vault.KEY_LENGTH];
      another[0] = 1;
      var elsewhere =
          new SigningKeys(TestKeys.STORE, new Vault(another), TestKeys.SCHEDULE, () -> 0);
      assertThatThrownBy(() -> elsewhere.load(POOL, ISSUER)).isInstanceOf(VaultException.class);
    }

    @Test
    void doNotOpenInAnotherUsesPlace() {
      var access = TestKeys.STORE.keysOf(POOL).get(0);
      var swapped = new SealedKey(access.keyId(), POOL, SealedKey.Use.ID, START, access.sealed());
      assertThat(access.use()).isEqualTo(SealedKey.Use.ACCESS);
      assertThatThrownBy(() -> SigningKey.open(swapped, TestKeys.VAULT))
          .isInstanceOf(VaultException.class);
    }
  }

  @Nested
  class PublicKeySet {

    @Test
    void hasBothKeysForVerifyingRs256() throws ParseException {
      assertThat(published().getKeys())
          .hasSize(2)
          .allSatisfy(key -> assertThat(key.getAlgorithm().getName()).isEqualTo("RS256"))
          .allSatisfy(key -> assertThat(key.getKeyUse()).isEqualTo(KeyUse.SIGNATURE))
          .allSatisfy(key -> assertThat(key.toRSAKey().size()).isEqualTo(2048))
          .extracting(JWK::getKeyID)
          .containsExactlyInAnyOrder(
              keys.signing(POOL, SealedKey.Use.ACCESS, START).keyId(),
              keys.signing(POOL, SealedKey.Use.ID, START).keyId());
    }

    @Test
    void hasNoPrivatePart() throws ParseException {
      assertThat(published().getKeys())
          .allSatisfy(
              key ->
                  assertThat(key.toJSONObject())
                      .containsOnlyKeys("kty", "e", "use", "kid", "alg", "n"));
    }

    @Test
    @DisplayName("5.1: {\"keys\":[{alg,e,kid,kty,n,use:\"sig\"}, x2]}")
    void hasCognitosMembersInTheirOrder() {
      var key =
          "\\{\"alg\":\"RS256\",\"e\":\"AQAB\",\"kid\":\"[A-Za-z0-9+/]{43}=\",\"kty\":\"RSA\","
              + "\"n\":\"[\\w-]{342}\",\"use\":\"sig\"}";
      assertThat(keys.publicKeySet(POOL).orElseThrow())
          .matches("\\{\"keys\":\\[" + key + "," + key + "]}");
    }

    @Test
    void isMissingForAnotherPool() {
      assertThat(keys.publicKeySet("eu-west-1_Nowhere")).isEmpty();
    }

    private JWKSet published() throws ParseException {
      return JWKSet.parse(keys.publicKeySet(POOL).orElseThrow());
    }
  }

  @Nested
  class Trust {

    @Test
    void isGivenToTheIssuerThatWasLoaded() {
      assertThat(keys.find(ISSUER))
          .hasValueSatisfying(
              issuer ->
                  assertThat(issuer)
                      .returns(ISSUER, TrustedIssuer::uri)
                      .returns(TokenProfile.cognito(), TrustedIssuer::profile)
                      .returns(Duration.ofDays(1), TrustedIssuer::longestTokenLife));
    }

    @Test
    void isNotGivenToAnIssuerThatDiffersInOneCharacter() {
      assertThat(keys.find(ISSUER + "/")).isEmpty();
    }

    @Test
    void hasNoKeyForAnUnknownIdOrForNone() {
      assertThat(find("unknown")).isEmpty();
      assertThat(find(null)).isEmpty();
    }
  }

  @Test
  void signsNothingBeforeTheKeysAreLoaded() {
    var empty = new SigningKeys(TestKeys.STORE, TestKeys.VAULT, TestKeys.SCHEDULE, () -> 0);
    assertThatThrownBy(() -> empty.signing(POOL, SealedKey.Use.ACCESS, START))
        .isInstanceOf(StoreUnavailableException.class);
  }
}
