package io.tokenrevocation.token;

import static io.tokenrevocation.TestTokens.NOW;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.util.Base64URL;
import io.tokenrevocation.InvalidTokenException;
import io.tokenrevocation.InvalidTokenException.Reason;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tokens the issuer did not sign, or signed otherwise than it does. */
class ForgedTokenTest {

  private final TokenVerifier verifier =
      new TokenVerifier(TestKeys.source(), () -> NOW, Duration.ZERO);
  private final TestJwts jwt = TestJwts.accessToken();

  private void assertRefused(String compact, Reason reason) {
    assertThatExceptionOfType(InvalidTokenException.class)
        .isThrownBy(() -> verifier.verify(compact))
        .returns(reason, InvalidTokenException::reason);
  }

  @Nested
  @DisplayName("RFC 8725, 3.1: perform algorithm verification")
  class Algorithm {

    @Test
    @DisplayName("RFC 8725, 2.1: the algorithm can be changed to \"none\"")
    void refusesNoneWithoutASignature() {
      var unsigned = Base64URL.encode("{\"alg\":\"none\"}") + "." + Base64URL.encode(jwt.payload());
      assertRefused(unsigned + ".", Reason.MALFORMED);
    }

    @Test
    void refusesNoneWithASignature() {
      assertRefused(jwt.header("alg", "none").compact(), Reason.MALFORMED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"None", "NONE", "nOnE", "rs256", "", "XX256"})
    void refusesWhatIsNearlyAnAlgorithm(String algorithm) {
      assertRefused(jwt.header("alg", algorithm).compact(), Reason.ALGORITHM);
    }

    @Test
    @DisplayName("RFC 8725, 2.1: HS256 keyed with the RSA public key")
    void refusesTheIssuersPublicKeyAsASharedSecret() throws JOSEException {
      var publicKey = TestKeys.publicKey(TestKeys.ISSUERS).getEncoded();
      var forged =
          jwt.header("alg", "HS256").signedBy(new MACSigner(publicKey), JWSAlgorithm.HS256);
      assertRefused(forged, Reason.ALGORITHM);
    }

    @ParameterizedTest
    @ValueSource(strings = {"RS384", "RS512", "PS256"})
    void refusesOtherAlgorithmsEvenFromTheIssuer(String name) throws JOSEException {
      var algorithm = JWSAlgorithm.parse(name);
      var signed = jwt.header("alg", name).signedBy(new RSASSASigner(TestKeys.ISSUERS), algorithm);
      assertRefused(signed, Reason.ALGORITHM);
    }

    @Test
    void refusesASignatureOfAnotherAlgorithmThanTheHeaderNames() throws JOSEException {
      assertRefused(
          jwt.signedBy(new RSASSASigner(TestKeys.ISSUERS), JWSAlgorithm.RS512), Reason.SIGNATURE);
    }
  }

  @Nested
  @DisplayName("RFC 8725, 3.10: do not trust received claims")
  class Key {

    @Test
    void refusesAnotherKeyUnderTheIssuersKeyId() {
      assertRefused(jwt.signedBy(TestKeys.ATTACKERS), Reason.SIGNATURE);
    }

    @Test
    void refusesAKeyThatIsInTheHeader() {
      jwt.header("jwk", TestKeys.ATTACKERS.toPublicJWK().toJSONObject());
      assertRefused(jwt.signedBy(TestKeys.ATTACKERS), Reason.SIGNATURE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"jku", "x5u"})
    void refusesAKeyThatTheHeaderPointsTo(String parameter) {
      jwt.header(parameter, "https://evil.example/keys");
      assertRefused(jwt.signedBy(TestKeys.ATTACKERS), Reason.SIGNATURE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"key-2", "KEY-1", "", "../key-1", "' OR 1=1 --"})
    void refusesAKeyIdTheIssuerDoesNotHave(String keyId) {
      assertRefused(jwt.header("kid", keyId).compact(), Reason.SIGNATURE);
    }

    @Test
    void refusesATokenWithoutKeyId() {
      assertRefused(jwt.withoutHeader("kid").compact(), Reason.SIGNATURE);
    }
  }

  @Nested
  @DisplayName("RFC 8725, 3.3: validate all cryptographic operations")
  class Signature {

    private final String[] parts = jwt.compact().split("\\.", -1);

    @Test
    void acceptsWhatTheIssuerSigned() {
      assertThatCode(() -> verifier.verify(String.join(".", parts))).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({"sub, bob", "client_id, other", "scope, all", "jti, new", "event_id, new"})
    void refusesAnAlteredPayload(String claim, String value) {
      var altered = TestJwts.accessToken().claim(claim, value).payload();
      assertRefused(parts[0] + "." + Base64URL.encode(altered) + "." + parts[2], Reason.SIGNATURE);
    }

    @Test
    void refusesAnAlteredHeader() {
      var altered =
          Base64URL.encode("{\"alg\":\"RS256\",\"kid\":\"" + TestKeys.KEY_ID + "\",\"x\":1}");
      assertRefused(altered + "." + parts[1] + "." + parts[2], Reason.SIGNATURE);
    }

    @ParameterizedTest(name = "byte {0}")
    @ValueSource(ints = {0, 128, 255})
    void refusesAnAlteredSignature(int position) {
      var bytes = new Base64URL(parts[2]).decode();
      bytes[position] ^= 1;
      assertRefused(parts[0] + "." + parts[1] + "." + Base64URL.encode(bytes), Reason.SIGNATURE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"A", "AAAA", "not base64url"})
    void refusesWhatIsNoSignature(String signature) {
      assertRefused(
          parts[0] + "." + parts[1] + "." + Base64URL.encode(signature.getBytes(UTF_8)),
          Reason.SIGNATURE);
    }
  }

  @Nested
  @DisplayName("RFC 7515, 4.1.11: extensions in crit that are not understood make a JWS invalid")
  class Critical {

    @Test
    void refusesAnExtensionNobodyUnderstands() {
      jwt.header("crit", List.of("purpose")).header("purpose", "anything");
      assertRefused(jwt.compact(), Reason.SIGNATURE);
    }

    @Test
    void refusesAnExtensionThatIsMissing() {
      assertRefused(jwt.header("crit", List.of("exp")).compact(), Reason.SIGNATURE);
    }
  }
}
