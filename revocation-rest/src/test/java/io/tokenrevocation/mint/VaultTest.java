package io.tokenrevocation.mint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.DirectEncrypter;
import com.nimbusds.jose.util.Base64URL;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VaultTest {

  private static final String PURPOSE = "client secret web";
  private static final String SECRET = "s3cr3t-with-ünïcode";

  private final Vault vault = new Vault(key(1));
  private final String sealed = vault.seal(PURPOSE, SECRET);

  @Test
  void opensWhatItSealed() {
    assertThat(vault.open(PURPOSE, sealed)).isEqualTo(SECRET);
  }

  @Test
  void opensWhatAnotherVaultSealedUnderTheSameKey() {
    assertThat(new Vault(key(1)).open(PURPOSE, sealed)).isEqualTo(SECRET);
  }

  @Test
  void sealsTheSameSecretDifferentlyEachTime() {
    assertThat(vault.seal(PURPOSE, SECRET)).isNotEqualTo(sealed);
  }

  @Test
  void keepsItsKeyWhenTheCallerOverwritesTheArray() {
    var callers = key(1);
    var made = new Vault(callers);
    callers[0] = 99;
    assertThat(made.open(PURPOSE, sealed)).isEqualTo(SECRET);
  }

  @Test
  void refusesAnotherKey() {
    assertRefused(new Vault(key(2)), PURPOSE, sealed);
  }

  @Test
  void refusesAnotherPurpose() {
    assertRefused(vault, "client secret mobile", sealed);
  }

  /** The purpose stands readable in the header, but cannot be rewritten. */
  @Test
  void refusesAnotherPurposeWrittenIntoTheHeader() {
    var other = "client secret mobile";
    var header = vault.seal(other, "of no interest").split("\\.", 2)[0];
    assertRefused(vault, other, header + sealed.substring(sealed.indexOf('.')));
  }

  @ParameterizedTest(name = "altered in part {0}")
  @ValueSource(ints = {0, 2, 3, 4})
  void refusesAnAlteredText(int part) {
    var parts = sealed.split("\\.", -1);
    parts[part] = altered(parts[part]);
    assertRefused(vault, PURPOSE, String.join(".", parts));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "not sealed", "a.b.c.d.e"})
  void refusesWhatItNeverSealed(String text) {
    assertRefused(vault, PURPOSE, text);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 16, 31, 33})
  void refusesAKeyOfAnotherLength(int length) {
    assertThatIllegalArgumentException().isThrownBy(() -> new Vault(new byte[length]));
  }

  @Nested
  class PreviousKeys {

    private final Vault changed = new Vault(key(2), List.of(key(3), key(1)));

    @Test
    void openWhatWasSealedUnderThem() {
      assertThat(changed.open(PURPOSE, sealed)).isEqualTo(SECRET);
    }

    @Test
    void openWhatAnOlderReleaseSealedWithoutNamingTheKey() throws JOSEException {
      assertThat(changed.open(PURPOSE, withoutKeyId())).isEqualTo(SECRET);
    }

    @Test
    void sealNothing() {
      assertThat(new Vault(key(2)).open(PURPOSE, changed.seal(PURPOSE, SECRET))).isEqualTo(SECRET);
    }

    @Test
    void areNotThoseOfAnybodyElse() {
      assertRefused(new Vault(key(2), List.of(key(3))), PURPOSE, sealed);
    }

    @Test
    void areNotTriedForATextThatNamesAnother() throws JOSEException {
      var names3 = sealedUnder(key(1), new Vault(key(3)).keyId());
      assertRefused(changed, PURPOSE, names3);
    }

    @Test
    void mayBeDroppedWhenEverythingHasBeenSealedAgain() throws JOSEException {
      for (var text : List.of(sealed, withoutKeyId())) {
        var again = changed.reseal(text).orElseThrow();
        assertThat(new Vault(key(2)).open(PURPOSE, again)).isEqualTo(SECRET);
        assertThat(changed.reseal(again)).isEmpty();
      }
    }

    @Test
    void doNotHelpATextIntoAnothersPlaceWhenItIsSealedAgain() {
      var again = changed.reseal(sealed).orElseThrow();
      assertRefused(changed, "client secret mobile", again);
    }

    private static String withoutKeyId() throws JOSEException {
      return sealedUnder(key(1), null);
    }

    private static String sealedUnder(byte[] key, @Nullable String keyId) throws JOSEException {
      var header =
          new JWEHeader.Builder(JWEAlgorithm.DIR, EncryptionMethod.A256GCM)
              .keyID(keyId)
              .customParam("purpose", PURPOSE)
              .build();
      var jwe = new JWEObject(header, new Payload(SECRET));
      jwe.encrypt(new DirectEncrypter(key));
      return jwe.serialize();
    }
  }

  /** Nimbus refuses such a header in another way than one that is no JSON. */
  @Test
  void refusesAHeaderThatMakesNoSense() {
    var header = Base64URL.encode("{\"alg\":\"dir\",\"enc\":\"A256GCM\",\"p2c\":-1}");
    assertRefused(new Vault(key(1)), PURPOSE, header + ".a.a.a.a");
  }

  private static void assertRefused(Vault vault, String purpose, String sealed) {
    assertThatThrownBy(() -> vault.open(purpose, sealed))
        .isInstanceOf(VaultException.class)
        .hasNoCause()
        .message()
        .contains("revocation.encryption-key", purpose)
        .doesNotContain(SECRET);
  }

  private static String altered(String part) {
    var first = part.isEmpty() || part.charAt(0) != 'A' ? 'A' : 'B';
    return part.isEmpty() ? "A" : first + part.substring(1);
  }

  private static byte[] key(int first) {
    var key = new byte[Vault.KEY_LENGTH];
    key[0] = (byte) first;
    return key;
  }
}
