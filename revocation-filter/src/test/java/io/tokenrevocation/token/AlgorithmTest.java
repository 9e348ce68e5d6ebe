package io.tokenrevocation.token;

import static io.tokenrevocation.TestTokens.NOW;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.AsymmetricJWK;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import io.tokenrevocation.InvalidTokenException;
import io.tokenrevocation.InvalidTokenException.Reason;
import java.security.PublicKey;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("RFC 8725, 3.1: each key MUST be used with exactly one algorithm family")
class AlgorithmTest {

  private static final Set<String> ALL =
      Set.of("RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512");

  private static final Map<String, JWK> BY_NAME =
      Map.of(
          "rsa", TestKeys.ISSUERS,
          "p256", generate(Curve.P_256),
          "p384", generate(Curve.P_384),
          "p521", generate(Curve.P_521));

  private final TestJwts jwt = TestJwts.accessToken();

  private static ECKey generate(Curve curve) {
    try {
      return new ECKeyGenerator(curve).generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private static JWK key(String name) {
    return Objects.requireNonNull(BY_NAME.get(name));
  }

  private static PublicKey publicKey(String name) {
    try {
      return ((AsymmetricJWK) key(name)).toPublicKey();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  /** An issuer with one key, whatever a token asks for. */
  private static TokenVerifier verifier(String name, Set<String> algorithms) {
    var like = TokenProfile.cognito();
    var issuers =
        TestKeys.source(
            new TokenProfile(algorithms, like.types(), like.claims()),
            (keyId, algorithm) -> Optional.of(publicKey(name)));
    return new TokenVerifier(issuers, () -> NOW, Duration.ZERO);
  }

  private static void assertRefused(TokenVerifier verifier, String compact, Reason reason) {
    assertThatExceptionOfType(InvalidTokenException.class)
        .isThrownBy(() -> verifier.verify(compact))
        .returns(reason, InvalidTokenException::reason);
  }

  @ParameterizedTest
  @CsvSource({
    "RS256, rsa",
    "RS384, rsa",
    "RS512, rsa",
    "PS256, rsa",
    "PS384, rsa",
    "PS512, rsa",
    "ES256, p256",
    "ES384, p384",
    "ES512, p521"
  })
  void acceptsWhatIsListedAndFitsTheKey(String algorithm, String key) {
    var compact = jwt.signedBy(key(key), algorithm);
    assertThatCode(() -> verifier(key, Set.of(algorithm)).verify(compact))
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource({"RS384, rsa", "PS256, rsa", "ES256, p256"})
  void refusesWhatIsNotListed(String algorithm, String key) {
    var compact = jwt.signedBy(key(key), algorithm);
    assertRefused(verifier(key, Set.of("RS256", "ES384")), compact, Reason.ALGORITHM);
  }

  @ParameterizedTest
  @CsvSource({"RS256, rsa, p256", "ES256, p256, rsa", "ES256, p256, p384", "ES512, p521, p256"})
  void refusesWhatDoesNotFitTheKey(String algorithm, String signer, String key) {
    assertRefused(verifier(key, ALL), jwt.signedBy(key(signer), algorithm), Reason.SIGNATURE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"rsa", "p256"})
  @DisplayName("RFC 8725, 2.1: HS256 keyed with the public key")
  void refusesThePublicKeyAsASharedSecret(String key) throws JOSEException {
    var forged =
        jwt.header("alg", "HS256")
            .signedBy(new MACSigner(publicKey(key).getEncoded()), JWSAlgorithm.HS256);
    assertRefused(verifier(key, ALL), forged, Reason.ALGORITHM);
  }

  @Test
  @DisplayName("CVE-2022-21449: a signature of zeros")
  void refusesASignatureOfZeros() {
    var parts = jwt.signedBy(key("p256"), "ES256").split("\\.", -1);
    var zeros = Base64URL.encode(new byte[64]);
    assertRefused(verifier("p256", ALL), parts[0] + "." + parts[1] + "." + zeros, Reason.SIGNATURE);
  }

  @Test
  @DisplayName("RFC 7518, 3.4: the signature is R and S, not DER")
  void refusesASignatureInDer() {
    var parts = jwt.signedBy(key("p256"), "ES256").split("\\.", -1);
    var der = Base64URL.encode(new byte[] {0x30, 6, 2, 1, 1, 2, 1, 1});
    assertRefused(verifier("p256", ALL), parts[0] + "." + parts[1] + "." + der, Reason.SIGNATURE);
  }

  @Test
  @DisplayName("RFC 7515, 4.1.11: crit, also with an extension that the library understands")
  void refusesACriticalExtension() {
    jwt.header("crit", List.of("b64")).header("b64", true);
    assertRefused(verifier("p256", ALL), jwt.signedBy(key("p256"), "ES256"), Reason.SIGNATURE);
  }
}
