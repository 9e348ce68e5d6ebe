package io.tokenrevocation.sample;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.factories.DefaultJWSSignerFactory;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An issuer that is not ours, on the loopback address: its keys, and tokens as it signs them. */
final class ForeignIssuer implements AutoCloseable {

  private final Kind kind;
  private final int port;
  private @Nullable HttpServer server;
  private JWK key;
  private volatile List<JWK> published;

  private ForeignIssuer(Kind kind, int port) {
    this.kind = kind;
    this.port = port;
    this.key = kind.generate();
    this.published = List.of(key);
  }

  /** One that publishes its keys. */
  static ForeignIssuer started(Kind kind) throws IOException {
    var issuer = stopped(kind);
    issuer.start();
    return issuer;
  }

  /** One whose keys cannot be fetched yet. */
  static ForeignIssuer stopped(Kind kind) throws IOException {
    return new ForeignIssuer(kind, RunCommand.freePort());
  }

  /** One that says it is this one, and has keys of its own. */
  ForeignIssuer impostor() {
    return new ForeignIssuer(kind, port);
  }

  void start() throws IOException {
    var started =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    started.createContext(kind.keysPath, this::publish);
    started.start();
    server = started;
  }

  @Override
  public void close() {
    if (server != null) {
      server.stop(0);
      server = null;
    }
  }

  /** The {@code iss} of its tokens. */
  String uri() {
    return address() + kind.path;
  }

  /** Where its keys are. */
  String keys() {
    return address() + kind.keysPath;
  }

  /** Where everything of it is. */
  String address() {
    return "http://127.0.0.1:" + port;
  }

  /** Signs with a new key from now on, and publishes no other. */
  void rotate() {
    key = kind.generate();
    published = List.of(key);
  }

  /** An access token of alice, issued now and good for five minutes. */
  String token() {
    return token(Map.of());
  }

  /** The same with some claims of its own, such as sub, sid, jti or iat. */
  String token(Map<String, ?> claims) {
    return sign(kind.type, claims);
  }

  String sign(String type, Map<String, ?> changed) {
    var now = Clock.systemUTC().instant();
    var claims = new HashMap<>(kind.claims());
    claims.put("iss", uri());
    claims.put("jti", UUID.randomUUID().toString());
    claims.put("iat", now.getEpochSecond());
    claims.put("exp", now.plusSeconds(300).getEpochSecond());
    claims.putAll(changed);
    var algorithm = JWSAlgorithm.parse(kind.algorithm);
    var header =
        new JWSHeader.Builder(algorithm)
            .type(new JOSEObjectType(type))
            .keyID(key.getKeyID())
            .build();
    var jws = new JWSObject(header, new Payload(claims));
    try {
      jws.sign(new DefaultJWSSignerFactory().createJWSSigner(key, algorithm));
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
    return jws.serialize();
  }

  private void publish(HttpExchange exchange) throws IOException {
    try (exchange) {
      var keys = new JWKSet(published).toString().getBytes(UTF_8);
      exchange.sendResponseHeaders(200, keys.length);
      exchange.getResponseBody().write(keys);
    }
  }

  /** The issuers of the README. */
  enum Kind {
    KEYCLOAK("/realms/shop", "/realms/shop/protocol/openid-connect/certs", "RS256", "JWT") {
      @Override
      Map<String, Object> claims() {
        return Map.of(
            "typ", "Bearer",
            "sub", "keycloak-alice",
            "sid", "keycloak-session",
            "aud", List.of("orders", "account"),
            "azp", "shop-web",
            "preferred_username", "alice",
            "realm_access", Map.of("roles", List.of("editors", "offline_access")),
            "scope", "openid profile");
      }

      @Override
      JWK generate() {
        try {
          return new RSAKeyGenerator(2048)
              .keyID(UUID.randomUUID().toString())
              .keyUse(KeyUse.SIGNATURE)
              .generate();
        } catch (JOSEException e) {
          throw new IllegalStateException(e);
        }
      }
    },

    PARTNER("/", "/keys", "ES256", "JWT") {
      @Override
      Map<String, Object> claims() {
        return Map.of(
            "kind", "access",
            "sub", "partner-alice",
            "aud", "https://orders.example.com",
            "cid", "partner-web",
            "login", Map.of("id", "partner-family", "session", "partner-session"),
            "email", "alice@partner.example",
            "https://partner.example/groups", "editors readers",
            "scp", List.of("read", "write"));
      }

      @Override
      JWK generate() {
        try {
          return new ECKeyGenerator(Curve.P_256).keyID(UUID.randomUUID().toString()).generate();
        } catch (JOSEException e) {
          throw new IllegalStateException(e);
        }
      }
    };

    private final String path;
    private final String keysPath;
    private final String algorithm;
    private final String type;

    Kind(String path, String keysPath, String algorithm, String type) {
      this.path = path;
      this.keysPath = keysPath;
      this.algorithm = algorithm;
      this.type = type;
    }

    abstract Map<String, Object> claims();

    abstract JWK generate();
  }
}
