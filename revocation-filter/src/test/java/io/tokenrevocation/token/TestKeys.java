package io.tokenrevocation.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import io.tokenrevocation.TestTokens;
import java.security.interfaces.RSAPublicKey;
import java.util.Optional;

/** The key pair of the issuer of {@link TestTokens}, and one that is nobody's; made once. */
public final class TestKeys {

  public static final String KEY_ID = "key-1";
  public static final RSAKey ISSUERS = generate();
  public static final RSAKey ATTACKERS = generate();

  private TestKeys() {}

  /** Trusts one issuer, which has one key. */
  public static KeySource source() {
    return new KeySource() {
      @Override
      public boolean trusts(String issuer) {
        return issuer.equals(TestTokens.ISSUER);
      }

      @Override
      public Optional<RSAPublicKey> find(String issuer, String keyId) {
        return trusts(issuer) && keyId.equals(KEY_ID)
            ? Optional.of(publicKey(ISSUERS))
            : Optional.empty();
      }
    };
  }

  static RSAPublicKey publicKey(RSAKey key) {
    try {
      return key.toRSAPublicKey();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private static RSAKey generate() {
    try {
      return new RSAKeyGenerator(2048).keyID(KEY_ID).generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }
}
