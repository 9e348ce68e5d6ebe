package io.tokenrevocation.token;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.Base64URL;
import io.tokenrevocation.InvalidTokenException;
import io.tokenrevocation.TestTokens;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("RFC 7797: JWS Unencoded Payload Option")
class DetachedSignatureTest {

  private static final byte[] CONTENT = "{\"version\":1}".getBytes(UTF_8);

  private final TrustedIssuer issuer = TestKeys.source().find(TestTokens.ISSUER).orElseThrow();

  private static JWSHeader.Builder header() {
    return new JWSHeader.Builder(JWSAlgorithm.RS256)
        .keyID(TestKeys.KEY_ID)
        .type(new JOSEObjectType(DetachedSignature.FEED))
        .base64URLEncodePayload(false)
        .criticalParams(Set.of("b64"));
  }

  private static String sign(JWSHeader header, RSAKey key) {
    var jws = new JWSObject(header, new Payload(CONTENT));
    try {
      jws.sign(new RSASSASigner(key));
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
    return jws.serialize(true);
  }

  private static String signed() {
    return sign(header().build(), TestKeys.ISSUERS);
  }

  private boolean isGood(String jws) {
    return DetachedSignature.isOf(jws, CONTENT, DetachedSignature.FEED, issuer);
  }

  @Test
  void isOfTheIssuerThatSigned() {
    assertThat(isGood(signed())).isTrue();
  }

  @Test
  void isNotOfOtherContent() {
    var other = "{\"version\":2}".getBytes(UTF_8);
    assertThat(DetachedSignature.isOf(signed(), other, DetachedSignature.FEED, issuer)).isFalse();
  }

  @Test
  void isNotWithAnotherKey() {
    assertThat(isGood(sign(header().build(), TestKeys.ATTACKERS))).isFalse();
    assertThat(isGood(sign(header().keyID("other").build(), TestKeys.ISSUERS))).isFalse();
  }

  @Test
  void isNotWithAnAlgorithmThatTheIssuerDoesNotUse() {
    var header =
        new JWSHeader.Builder(JWSAlgorithm.RS384)
            .keyID(TestKeys.KEY_ID)
            .type(new JOSEObjectType(DetachedSignature.FEED))
            .base64URLEncodePayload(false)
            .criticalParams(Set.of("b64"))
            .build();
    assertThat(isGood(sign(header, TestKeys.ISSUERS))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"JWT", "at+jwt", "application/revocation-feed+jws"})
  void isNotOfAnotherType(String type) {
    assertThat(isGood(sign(header().type(new JOSEObjectType(type)).build(), TestKeys.ISSUERS)))
        .isFalse();
  }

  @Test
  void isNotOfEncodedContent() {
    var encoded =
        new JWSHeader.Builder(JWSAlgorithm.RS256)
            .keyID(TestKeys.KEY_ID)
            .type(new JOSEObjectType(DetachedSignature.FEED))
            .build();
    assertThat(isGood(sign(encoded, TestKeys.ISSUERS))).isFalse();
  }

  @Test
  void isNoToken() {
    var token = TestJwts.accessToken().compact();
    var parts = token.split("\\.", -1);
    assertThat(isGood(token)).isFalse();
    var claims = Base64URL.from(parts[1]).decode();
    assertThat(
            DetachedSignature.isOf(
                parts[0] + ".." + parts[2], claims, DetachedSignature.FEED, issuer))
        .isFalse();
  }

  @Test
  void doesNotMakeATokenOfWhatItSigns() {
    var clock = Clock.fixed(TestTokens.NOW, ZoneOffset.UTC);
    var verifier = new TokenVerifier(TestKeys.source(), clock, Duration.ZERO);
    var parts = signed().split("\\.", -1);
    var claims = Base64URL.encode("{\"iss\":\"" + TestTokens.ISSUER + "\"}");
    assertThatExceptionOfType(InvalidTokenException.class)
        .isThrownBy(() -> verifier.verify(parts[0] + "." + claims + "." + parts[2]));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "..", "a.b", "a..c", "eyJhbGciOiJub25lIn0..", "\u00e4..\u00f6"})
  void isNotJustAnything(String text) {
    assertThat(isGood(text)).isFalse();
    assertThat(isGood(signed() + text + "x".repeat(5_000))).isFalse();
  }
}
