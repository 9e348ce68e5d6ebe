package io.tokenrevocation.sample;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.oauth2.sdk.ErrorResponse;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.RefreshTokenGrant;
import com.nimbusds.oauth2.sdk.Request;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenErrorResponse;
import com.nimbusds.oauth2.sdk.TokenIntrospectionErrorResponse;
import com.nimbusds.oauth2.sdk.TokenIntrospectionRequest;
import com.nimbusds.oauth2.sdk.TokenIntrospectionResponse;
import com.nimbusds.oauth2.sdk.TokenIntrospectionSuccessResponse;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.TokenRevocationRequest;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.ClientSecretPost;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.token.AccessTokenType;
import com.nimbusds.oauth2.sdk.token.BearerAccessToken;
import com.nimbusds.oauth2.sdk.token.RefreshToken;
import com.nimbusds.oauth2.sdk.token.Token;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.UserInfoErrorResponse;
import com.nimbusds.openid.connect.sdk.UserInfoRequest;
import com.nimbusds.openid.connect.sdk.UserInfoResponse;
import com.nimbusds.openid.connect.sdk.token.OIDCTokens;
import java.io.IOException;
import java.net.URI;
import java.util.Objects;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("Nimbus' OAuth 2.0 SDK, a strict client of somebody else's")
class NimbusOAuthIT extends SampleTest {

  private static final ClientID WEB = new ClientID(TestClient.PUBLIC.id());
  private static final ClientID BACKEND = new ClientID(TestClient.CONFIDENTIAL.id());
  private static final Secret SECRET = new Secret(TestClient.CONFIDENTIAL.secret());
  private static final ClientAuthentication BASIC = new ClientSecretBasic(BACKEND, SECRET);

  @Test
  @DisplayName("5.8: refreshes, public client")
  @Contract("5.8 refresh")
  void refreshesAsAPublicClient() throws IOException, ParseException {
    var grant = new RefreshTokenGrant(refreshToken(sample.signIn("alice")));
    var tokens = tokens(new TokenRequest.Builder(at("token"), WEB, grant).build());
    assertThat(Tokens.claims(tokens.getIDTokenString()).getString("cognito:username"))
        .isEqualTo("alice");
    assertThat(tokens.getAccessToken().getType()).isEqualTo(AccessTokenType.BEARER);
    assertThat(tokens.getAccessToken().getLifetime()).isEqualTo(3600);
    assertThat(tokens.getRefreshToken()).isNull();
    assertThat(introspect(tokens.getAccessToken()).isActive()).isTrue();
  }

  @Test
  @DisplayName("5.8: refreshes, client_secret_basic and client_secret_post")
  @Contract("5.8 refresh")
  void refreshesAsAConfidentialClient() throws IOException, ParseException {
    var grant = new RefreshTokenGrant(backendRefreshToken());
    for (var client : new ClientAuthentication[] {BASIC, new ClientSecretPost(BACKEND, SECRET)}) {
      var tokens = tokens(new TokenRequest.Builder(at("token"), client, grant).build());
      assertThat(introspect(tokens.getAccessToken()).getClientID()).isEqualTo(BACKEND);
    }
  }

  @Test
  @DisplayName("5.8: 400 invalid_grant; RFC 6749, 5.2: 401 invalid_client; 6: invalid_scope")
  void understandsWhyItGetsNoTokens() throws IOException, ParseException {
    var garbage = new RefreshTokenGrant(new RefreshToken("garbage"));
    refused(new TokenRequest.Builder(at("token"), WEB, garbage).build(), 400, "invalid_grant");
    var wrong = new ClientSecretBasic(BACKEND, new Secret("wrong"));
    refused(new TokenRequest.Builder(at("token"), wrong, garbage).build(), 401, "invalid_client");
    var more = new TokenRequest.Builder(at("token"), WEB, garbage).scope(new Scope("openid"));
    refused(more.build(), 400, "invalid_scope");
  }

  @Test
  @DisplayName("2.1: revokes, by Basic, and only refresh tokens")
  @Contract({"2.1 basic", "2.1 not-a-refresh-token"})
  void revokes() throws IOException, ParseException {
    var session = sample.signIn("alice", TestClient.CONFIDENTIAL);
    var access = send(new TokenRevocationRequest(at("revoke"), BASIC, accessToken(session)));
    assertThat(TokenErrorResponse.parse(access).getErrorObject().getCode())
        .isEqualTo("unsupported_token_type");
    var revoked = send(new TokenRevocationRequest(at("revoke"), BASIC, refreshToken(session)));
    assertThat(revoked.indicatesSuccess()).isTrue();
    assertThat(introspect(accessToken(session)).isActive()).isFalse();
    var grant = new RefreshTokenGrant(refreshToken(session));
    refused(new TokenRequest.Builder(at("token"), BASIC, grant).build(), 400, "invalid_grant");
  }

  @Test
  @DisplayName("2.1: revokes, public client; another client's token 400 invalid_request")
  @Contract({"2.1 public", "2.1 other-client"})
  void revokesAsAPublicClientItsOwnTokensOnly() throws IOException, ParseException {
    var own = refreshToken(sample.signIn("alice"));
    var revoked = send(new TokenRevocationRequest(at("revoke"), WEB, own));
    assertThat(revoked.indicatesSuccess()).isTrue();
    assertThat(introspect(own).isActive()).isFalse();
    var others = backendRefreshToken();
    var refused = send(new TokenRevocationRequest(at("revoke"), WEB, others));
    assertThat(TokenErrorResponse.parse(refused).getErrorObject().getCode())
        .isEqualTo("invalid_request");
    assertThat(introspect(others).isActive()).isTrue();
  }

  @Test
  @DisplayName("RFC 7662, 2.2")
  void readsWhatATokenIsAllAbout() throws IOException, ParseException {
    var session = sample.signIn("alice");
    var answer = introspect(accessToken(session));
    assertThat(answer.getTokenType()).isEqualTo(AccessTokenType.BEARER);
    assertThat(answer.getScope()).isEqualTo(new Scope("aws.cognito.signin.user.admin"));
    assertThat(answer.getUsername()).isEqualTo("alice");
    assertThat(answer.getClientID()).isEqualTo(WEB);
    assertThat(answer.getExpirationTime()).isAfter(answer.getIssueTime());
    var claims = Tokens.claims(session.accessToken());
    assertThat(answer.getIssuer().getValue()).isEqualTo(claims.getString("iss"));
    assertThat(answer.getSubject().getValue()).isEqualTo(claims.getString("sub"));
    assertThat(answer.getJWTID().getValue()).isEqualTo(claims.getString("jti"));
  }

  @Test
  @DisplayName("RFC 7662, 2.3: 401 invalid_client")
  void isToldThatItMayNotAsk() throws IOException, ParseException {
    var wrong = new ClientSecretBasic(BACKEND, new Secret("wrong"));
    var request = new TokenIntrospectionRequest(at("introspect"), wrong, new RefreshToken("x"));
    var answer = TokenIntrospectionErrorResponse.parse(send(request));
    assertThat(answer.getErrorObject().getCode()).isEqualTo("invalid_client");
    assertThat(answer.getErrorObject().getHTTPStatusCode()).isEqualTo(401);
  }

  @ParameterizedTest
  @EnumSource(
      value = HTTPRequest.Method.class,
      names = {"GET", "POST"})
  @DisplayName("5.8: userInfo")
  @Contract({"3.3 user-info", "5.8 user-info"})
  void readsWhoTheUserIs(HTTPRequest.Method method) throws IOException, ParseException {
    var session = sample.signIn("alice");
    var request = new UserInfoRequest(at("userInfo"), method, accessToken(session));
    var user = UserInfoResponse.parse(send(request)).toSuccessResponse().getUserInfo();
    assertThat(user.getSubject().getValue()).isEqualTo(session.claim("sub"));
    assertThat(user.getStringClaim("username")).isEqualTo("alice");
    session.revoke();
    var refused = UserInfoErrorResponse.parse(send(request)).getErrorObject();
    assertThat(refused.getCode()).isEqualTo("invalid_token");
    assertThat(refused.getHTTPStatusCode()).isEqualTo(401);
  }

  private URI at(String endpoint) {
    return sample.at("oauth2/" + endpoint);
  }

  private RefreshToken backendRefreshToken() {
    return refreshToken(sample.signIn("alice", TestClient.CONFIDENTIAL));
  }

  private static RefreshToken refreshToken(Session session) {
    return new RefreshToken(session.refreshToken());
  }

  private static BearerAccessToken accessToken(Session session) {
    return new BearerAccessToken(session.accessToken());
  }

  private TokenIntrospectionSuccessResponse introspect(Token token)
      throws IOException, ParseException {
    var request = new TokenIntrospectionRequest(at("introspect"), BASIC, token);
    return TokenIntrospectionResponse.parse(send(request)).toSuccessResponse();
  }

  private static OIDCTokens tokens(TokenRequest request) throws IOException, ParseException {
    var response = OIDCTokenResponseParser.parse(send(request));
    return ((OIDCTokenResponse) response.toSuccessResponse()).getOIDCTokens();
  }

  private static void refused(TokenRequest request, int status, String error)
      throws IOException, ParseException {
    var response = TokenResponse.parse(send(request));
    var refusal = Objects.requireNonNull(((ErrorResponse) response).getErrorObject());
    assertThat(refusal.getCode()).isEqualTo(error);
    assertThat(refusal.getHTTPStatusCode()).isEqualTo(status);
  }

  private static HTTPResponse send(Request request) throws IOException {
    return request.toHTTPRequest().send();
  }
}
