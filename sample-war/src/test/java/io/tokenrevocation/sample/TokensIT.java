package io.tokenrevocation.sample;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.GrantType;
import com.nimbusds.oauth2.sdk.as.AuthorizationServerMetadata;
import com.nimbusds.oauth2.sdk.auth.ClientAuthenticationMethod;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import jakarta.json.JsonObject;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Tokens, their keys and their discovery")
class TokensIT extends SampleTest {

  private static final String POOL = "cognito-idp/us-east-1_Sample001";

  @Test
  @Contract({"4.1 claims-on", "5.1 header", "5.1 kid", "5.2 order-on", "5.2 groups", "5.3 order"})
  void haveCognitosHeaderAndClaimsInCognitosOrder() {
    var tokens = sample.signIn("bob").tokens();
    assertThat(Tokens.header(tokens.accessToken()))
        .matches("\\{\"kid\":\"[A-Za-z0-9+/]{43}=\",\"alg\":\"RS256\"}");
    assertThat(Tokens.claims(tokens.accessToken()).keySet())
        .containsExactly(
            "sub",
            "cognito:groups",
            "iss",
            "client_id",
            "origin_jti",
            "event_id",
            "token_use",
            "scope",
            "auth_time",
            "exp",
            "iat",
            "jti",
            "username");
    assertThat(Tokens.claims(tokens.idToken()).keySet())
        .containsExactly(
            "origin_jti",
            "sub",
            "cognito:groups",
            "aud",
            "event_id",
            "token_use",
            "auth_time",
            "iss",
            "cognito:username",
            "exp",
            "iat",
            "jti");
  }

  @Test
  @Contract({"5.4 kept", "5.4 new"})
  void keepTheFamilyThroughARefreshAndNotThroughASignIn() {
    var first = sample.signIn("alice");
    var claims = Tokens.claims(first.accessToken());
    var refreshed = Tokens.claims(first.refresh().accessToken());
    var another = Tokens.claims(sample.signIn("alice").accessToken());

    for (var name : new String[] {"origin_jti", "event_id", "auth_time", "sub"}) {
      assertThat(refreshed.get(name)).as(name).isEqualTo(claims.get(name));
    }
    assertThat(refreshed.get("jti")).isNotEqualTo(claims.get("jti"));
    assertThat(another.get("origin_jti")).isNotEqualTo(claims.get("origin_jti"));
    assertThat(Tokens.claims(first.tokens().idToken()).get("origin_jti"))
        .isEqualTo(claims.get("origin_jti"));
  }

  @Test
  @Contract({"5.1 two-keys", "5.1 jwks"})
  void verifyWithThePublishedKeys() throws Exception {
    var tokens = sample.signIn("alice").tokens();
    var published = sample.get(POOL + "/.well-known/jwks.json").body();
    assertThat(Tokens.json(published).getJsonArray("keys").getValuesAs(JsonObject.class))
        .hasSize(2)
        .allSatisfy(
            key -> assertThat(key.keySet()).containsExactly("alg", "e", "kid", "kty", "n", "use"));
    var keys = JWKSet.parse(published);
    for (var token : new String[] {tokens.accessToken(), tokens.idToken()}) {
      var jwt = SignedJWT.parse(token);
      var key = keys.getKeyByKeyId(jwt.getHeader().getKeyID());
      assertThat(jwt.verify(new RSASSAVerifier(key.toRSAKey()))).isTrue();
    }
    assertThat(Tokens.header(tokens.accessToken())).isNotEqualTo(Tokens.header(tokens.idToken()));
  }

  @Test
  @Contract({"5.5 issuer", "5.5 revocation", "5.5 introspection", "2.2 discovery"})
  void areDiscovered() {
    var issuer = sample.signIn("alice").claim("iss");
    var document = configuration();
    assertThat(document.getString("issuer")).isEqualTo(issuer).endsWith("/" + POOL);
    assertThat(document.getString("jwks_uri")).isEqualTo(issuer + "/.well-known/jwks.json");
    var oauth = issuer.substring(0, issuer.length() - POOL.length()) + "oauth2/";
    assertThat(document.getString("revocation_endpoint")).isEqualTo(oauth + "revoke");
    assertThat(document.getString("introspection_endpoint")).isEqualTo(oauth + "introspect");
    assertThat(document.getString("token_endpoint")).isEqualTo(oauth + "token");
    assertThat(document.getString("userinfo_endpoint")).isEqualTo(oauth + "userInfo");
    assertThat(document).doesNotContainKey("authorization_endpoint");
    assertThat(document.getJsonArray("response_types_supported")).isEmpty();
  }

  @Test
  @DisplayName("RFC 8414, 2; OpenID Connect Discovery, 3")
  void areDiscoveredByAStrictClient() throws Exception {
    var text = sample.get(POOL + "/.well-known/openid-configuration").body();
    var provider = OIDCProviderMetadata.parse(text);
    assertThat(provider.getTokenEndpointURI()).hasPath("/oauth2/token");
    assertThat(provider.getTokenEndpointAuthMethods())
        .containsExactly(
            ClientAuthenticationMethod.CLIENT_SECRET_BASIC,
            ClientAuthenticationMethod.CLIENT_SECRET_POST,
            ClientAuthenticationMethod.NONE);
    assertThat(provider.getIntrospectionEndpointAuthMethods())
        .containsExactly(
            ClientAuthenticationMethod.CLIENT_SECRET_BASIC,
            ClientAuthenticationMethod.CLIENT_SECRET_POST);
    var server = AuthorizationServerMetadata.parse(text);
    assertThat(server.getGrantTypes()).containsExactly(GrantType.REFRESH_TOKEN);
    assertThat(server.getAuthorizationEndpointURI()).isNull();
  }

  @Test
  void ofAnUnknownPoolAreNotDiscovered() {
    assertThat(sample.get("cognito-idp/us-east-1_Nobody/.well-known/jwks.json").status())
        .isEqualTo(404);
  }

  private JsonObject configuration() {
    return Tokens.json(sample.get(POOL + "/.well-known/openid-configuration").body());
  }
}
