package io.tokenrevocation.mint;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jose.util.JSONObjectUtils;
import java.security.SecureRandom;
import java.security.interfaces.RSAPublicKey;
import java.text.ParseException;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/** An RSA key pair of a user pool. Thread-safe. */
final class SigningKey {

  private static final int RSA_BITS = 2048;
  private static final int KEY_ID_BYTES = 32;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final SealedKey.Use use;
  private final Instant signsFrom;
  private final RSAKey jwk;
  private final RSAPublicKey publicKey;
  private final JWSHeader header;
  private final JWSSigner signer;

  private SigningKey(SealedKey sealed, RSAKey jwk) throws JOSEException, ParseException {
    this.use = sealed.use();
    this.signsFrom = sealed.signsFrom();
    this.jwk = jwk;
    this.publicKey = jwk.toRSAPublicKey();
    // Cognito's header: the key id first, and no type.
    this.header =
        JWSHeader.parse(Base64URL.encode("{\"kid\":\"" + jwk.getKeyID() + "\",\"alg\":\"RS256\"}"));
    this.signer = new RSASSASigner(jwk);
  }

  /** Makes one, which takes long; from when it signs may be said later. */
  static Function<Instant, SealedKey> generate(String poolId, SealedKey.Use use, Vault vault) {
    var id = new byte[KEY_ID_BYTES];
    RANDOM.nextBytes(id);
    var keyId = Base64.getEncoder().encodeToString(id);
    try {
      var jwk =
          new RSAKeyGenerator(RSA_BITS)
              .keyID(keyId)
              .keyUse(KeyUse.SIGNATURE)
              .algorithm(JWSAlgorithm.RS256)
              .generate();
      var sealed = vault.seal(purpose(poolId, use, keyId), jwk.toJSONString());
      return signsFrom -> new SealedKey(keyId, poolId, use, signsFrom, sealed);
    } catch (JOSEException e) {
      throw new IllegalStateException("every Java platform makes RSA keys", e);
    }
  }

  static SigningKey open(SealedKey sealed, Vault vault) {
    var json = vault.open(purpose(sealed.poolId(), sealed.use(), sealed.keyId()), sealed.sealed());
    try {
      return new SigningKey(sealed, RSAKey.parse(json));
    } catch (ParseException | JOSEException e) {
      throw new IllegalStateException("signing key " + sealed.keyId() + " is not an RSA key", e);
    }
  }

  /** Signs claims in their order, which Nimbus's own claims set would not keep. */
  String sign(Map<String, Object> claims) {
    var jws = new JWSObject(header, new Payload(JSONObjectUtils.toJSONString(claims)));
    try {
      jws.sign(signer);
    } catch (JOSEException e) {
      throw new IllegalStateException("signing failed", e);
    }
    return jws.serialize();
  }

  /** Signs content that stands elsewhere, as it is (RFC 7797). */
  String signDetached(String type, byte[] content) {
    var unencoded =
        new JWSHeader.Builder(JWSAlgorithm.RS256)
            .keyID(keyId())
            .type(new JOSEObjectType(type))
            .base64URLEncodePayload(false)
            .criticalParams(Set.of("b64"))
            .build();
    var jws = new JWSObject(unencoded, new Payload(content));
    try {
      jws.sign(signer);
    } catch (JOSEException e) {
      throw new IllegalStateException("signing failed", e);
    }
    return jws.serialize(true);
  }

  SealedKey.Use use() {
    return use;
  }

  Instant signsFrom() {
    return signsFrom;
  }

  String keyId() {
    return jwk.getKeyID();
  }

  /** Cognito's members, in the order of the alphabet. */
  Map<String, Object> publicJwk() {
    return new TreeMap<>(jwk.toPublicJWK().toJSONObject());
  }

  RSAPublicKey publicKey() {
    return publicKey;
  }

  private static String purpose(String poolId, SealedKey.Use use, String keyId) {
    return "signing key " + poolId + " " + use + " " + keyId;
  }
}
