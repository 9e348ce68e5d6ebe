package io.tokenrevocation.filter;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.tokenrevocation.token.RememberingVerifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/** Access tokens as Cognito makes them, about 1 kB each, and the key that signed them. */
record BenchTokens(RSAKey key, List<String> compact) {

  static final String ISSUER =
      "https://cognito-idp.eu-central-1.amazonaws.com/eu-central-1_Example";
  static final String CLIENT = "1example23456789";
  static final int COUNT = 100_000;

  private static final Path FILE = Path.of("target/bench/tokens.txt");

  /** Signs them anew, for all benchmarks of a run. */
  static void make() throws IOException, JOSEException {
    var key = new RSAKeyGenerator(2048).keyID(UUID.randomUUID().toString()).generate();
    var signer = new RSASSASigner(key);
    var tokens = IntStream.range(0, COUNT).parallel().mapToObj(any -> sign(key, signer)).toList();
    Files.createDirectories(FILE.getParent());
    Files.writeString(FILE, key.toPublicJWK().toJSONString() + "\n" + String.join("\n", tokens));
  }

  static BenchTokens read() {
    try {
      var lines = Files.readAllLines(FILE);
      return new BenchTokens(RSAKey.parse(lines.get(0)), lines.subList(1, lines.size()));
    } catch (IOException | ParseException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The headers they are sent in, new texts each time. */
  List<String> headers() {
    return compact.stream().map(RememberingVerifier.SCHEME::concat).toList();
  }

  private static String sign(RSAKey key, RSASSASigner signer) {
    var header =
        new JWSHeader.Builder(JWSAlgorithm.RS256)
            .keyID(key.getKeyID())
            .type(JOSEObjectType.JWT)
            .build();
    var jwt = new SignedJWT(header, claims());
    try {
      jwt.sign(signer);
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
    return jwt.serialize();
  }

  private static JWTClaimsSet claims() {
    var now = Instant.now();
    var subject = UUID.randomUUID().toString();
    return new JWTClaimsSet.Builder()
        .subject(subject)
        .claim("cognito:groups", List.of("staff", "eu-central-1_Example_Google"))
        .issuer(ISSUER)
        .claim("version", 2)
        .claim("client_id", CLIENT)
        .claim("origin_jti", UUID.randomUUID().toString())
        .claim("event_id", UUID.randomUUID().toString())
        .claim("token_use", "access")
        .claim("scope", "aws.cognito.signin.user.admin openid email")
        .claim("auth_time", now.getEpochSecond())
        .expirationTime(Date.from(now.plusSeconds(86_400)))
        .issueTime(Date.from(now))
        .jwtID(UUID.randomUUID().toString())
        .claim("username", subject)
        .build();
  }
}
