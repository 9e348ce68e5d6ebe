package io.tokenrevocation.sample;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import jakarta.json.JsonObject;
import java.text.ParseException;
import java.time.Instant;
import java.util.List;

/** Rotates the signing keys of the sample's pool, and looks at what is published. */
record SigningKeysApi(Sample sample) {

  static final String PATH = "revocation/user-pools/us-east-1_Sample001/signing-keys";

  static final String JWKS = "cognito-idp/us-east-1_Sample001/.well-known/jwks.json";

  /** Asks with the sample's access key. */
  Answer post(String body) {
    return SignedCall.toJson(sample, PATH, body, TestAccessKey.SAMPLE).send(sample);
  }

  /** Asks as a user. */
  Answer post(Session administrator, String path, String body) {
    return sample.post(
        path,
        body,
        "Authorization",
        "Bearer " + administrator.accessToken(),
        "Content-Type",
        "application/json");
  }

  Answer replace(String keyId) {
    return post("{\"compromised\":[\"" + keyId + "\"],\"reason\":\"on a lost laptop\"}");
  }

  JWKSet published() throws ParseException {
    return JWKSet.parse(sample.get(JWKS).body());
  }

  /** Verifies a token as anybody can who fetches the key set now. */
  boolean verifies(String token) throws ParseException, JOSEException {
    var jwt = SignedJWT.parse(token);
    var key = published().getKeyByKeyId(jwt.getHeader().getKeyID());
    return key != null && jwt.verify(new RSASSAVerifier(key.toRSAKey()));
  }

  static String keyId(String token) {
    return Tokens.json(Tokens.header(token)).getString("kid");
  }

  /** The keys of an answer that are for access tokens and yet to sign. */
  static List<JsonObject> next(Answer answer) {
    return Tokens.json(answer.body()).getJsonArray("keys").getValuesAs(JsonObject.class).stream()
        .filter(key -> key.getString("use").equals("access"))
        .filter(key -> Instant.parse(key.getString("signsFrom")).isAfter(Instant.now()))
        .toList();
  }
}
