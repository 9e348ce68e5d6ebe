package io.tokenrevocation.token;

import static io.tokenrevocation.TestTokens.NOW;
import static java.nio.charset.StandardCharsets.US_ASCII;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.crypto.factories.DefaultJWSSignerFactory;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jose.util.JSONObjectUtils;
import io.tokenrevocation.TestTokens;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Signed tokens, good for an hour; a test spoils one thing. */
public final class TestJwts {

  public static final long LIFETIME = 3600;

  private final Map<String, @Nullable Object> header = new LinkedHashMap<>();
  private final Map<String, @Nullable Object> claims = new LinkedHashMap<>();

  /** What the tokens of all issuers have. */
  private TestJwts() {
    header.put("kid", TestKeys.KEY_ID);
    header.put("alg", "RS256");
    claims.put("iss", TestTokens.ISSUER);
    claims.put("sub", "subject-of-alice");
    claims.put("jti", "token");
    claims.put("iat", NOW.getEpochSecond());
    claims.put("exp", NOW.getEpochSecond() + LIFETIME);
  }

  /** Amazon Cognito's. */
  public static TestJwts accessToken() {
    return new TestJwts()
        .claim("client_id", TestTokens.CLIENT)
        .claim("username", "alice")
        .claim("cognito:groups", List.of("staff", "admins"))
        .claim("scope", "aws.cognito.signin.user.admin openid")
        .claim("token_use", "access")
        .claim("origin_jti", "family")
        .claim("event_id", "family");
  }

  /** Amazon Cognito's. */
  static TestJwts idToken() {
    return new TestJwts()
        .claim("aud", TestTokens.CLIENT)
        .claim("cognito:username", "alice")
        .claim("cognito:groups", List.of("staff", "admins"))
        .claim("token_use", "id")
        .claim("origin_jti", "family")
        .claim("event_id", "family");
  }

  /** An access token of Keycloak. */
  static TestJwts ofKeycloak() {
    return new TestJwts()
        .header("typ", "JWT")
        .claim("typ", "Bearer")
        .claim("aud", List.of("orders", "account"))
        .claim("azp", "web")
        .claim("sid", "session")
        .claim("preferred_username", "alice")
        .claim("realm_access", Map.of("roles", List.of("staff", "admins")))
        .claim("scope", "openid profile");
  }

  /** RFC 9068: an access token as OAuth defines it. */
  static TestJwts ofOAuth() {
    return new TestJwts()
        .header("typ", "at+jwt")
        .claim("aud", "https://api.example")
        .claim("client_id", "s6BhdRkqt3")
        .claim("groups", List.of("staff"))
        .claim("roles", List.of("admins"))
        .claim("scope", "read write");
  }

  public TestJwts header(String name, Object value) {
    header.put(name, value);
    return this;
  }

  public TestJwts withoutHeader(String name) {
    header.remove(name);
    return this;
  }

  /** A claim of any JSON type; null is written as null. */
  public TestJwts claim(String name, @Nullable Object value) {
    claims.put(name, value);
    return this;
  }

  public TestJwts without(String name) {
    claims.remove(name);
    return this;
  }

  /** The compact JWS, signed by the issuer. */
  public String compact() {
    return signedBy(TestKeys.ISSUERS);
  }

  public String signedBy(RSAKey key) {
    try {
      return signedBy(new RSASSASigner(key), JWSAlgorithm.RS256);
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Signs with an algorithm, whatever the header says. */
  public String signedBy(JWSSigner signer, JWSAlgorithm algorithm) {
    return sign(
        JSONObjectUtils.toJSONString(header),
        JSONObjectUtils.toJSONString(claims),
        signer,
        algorithm);
  }

  /** Two texts of any kind where header and claims belong, signed by the issuer. */
  public static String compact(String header, String payload) {
    try {
      return sign(header, payload, new RSASSASigner(TestKeys.ISSUERS), JWSAlgorithm.RS256);
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Signs with the algorithm that the header is told to name. */
  String signedBy(JWK key, String algorithm) {
    header("alg", algorithm);
    var parsed = JWSAlgorithm.parse(algorithm);
    try {
      return signedBy(new DefaultJWSSignerFactory().createJWSSigner(key, parsed), parsed);
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  public String payload() {
    return JSONObjectUtils.toJSONString(claims);
  }

  private static String sign(
      String header, String payload, JWSSigner signer, JWSAlgorithm algorithm) {
    var input = Base64URL.encode(header) + "." + Base64URL.encode(payload);
    try {
      return input + "." + signer.sign(new JWSHeader(algorithm), input.getBytes(US_ASCII));
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }
}
