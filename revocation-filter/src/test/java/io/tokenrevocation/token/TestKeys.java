package io.tokenrevocation.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import io.tokenrevocation.StoreUnavailableException;
import io.tokenrevocation.TestTokens;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.util.Optional;

/** The key pair of the issuer of {@link TestTokens}, and one that is nobody's; made once. */
public final class TestKeys {

  public static final String KEY_ID = "key-1";
  public static final Duration LONGEST_LIFE = Duration.ofHours(24);
  public static final RSAKey ISSUERS = generate();
  public static final RSAKey ATTACKERS = generate();

  private TestKeys() {}

  /** Trusts one issuer, which is like Cognito and has one key. */
  public static IssuerSource source() {
    return source(TokenProfile.cognito());
  }

  static IssuerSource source(TokenProfile profile) {
    var key = publicKey(ISSUERS);
    return source(
        profile, (keyId, algorithm) -> KEY_ID.equals(keyId) ? Optional.of(key) : Optional.empty());
  }

  /** Trusts the same issuer, whose keys cannot be fetched. */
  public static IssuerSource unknown() {
    return source(
        TokenProfile.cognito(),
        (keyId, algorithm) -> {
          throw new StoreUnavailableException("the keys are not known");
        });
  }

  static IssuerSource source(TokenProfile profile, IssuerKeys keys) {
    var issuer = new TrustedIssuer(TestTokens.ISSUER, profile, LONGEST_LIFE, keys);
    return uri -> uri.equals(issuer.uri()) ? Optional.of(issuer) : Optional.empty();
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
