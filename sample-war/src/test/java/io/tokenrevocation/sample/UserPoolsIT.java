package io.tokenrevocation.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthFlowType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.CognitoIdentityProviderException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ExplicitAuthFlowsType;

@DisplayName("Two user pools with the same users")
class UserPoolsIT {

  private static final String FIRST = Administrator.POOL;
  private static final String SECOND = "us-east-1_Second002";
  private static final String KEY = "revocation.access-key.BOTH-POOLS.";
  private static final TestAccessKey BOTH = new TestAccessKey("BOTH-POOLS", "secret+of+both+pools");

  private static VariantServer server;
  private static Sample sample;
  private static CognitoIdentityProviderClient administrator;
  private static TestClient second;

  private Session inFirst;
  private Session inSecond;

  @BeforeAll
  static void deploy() throws IOException, InterruptedException {
    server =
        VariantServer.in(Path.of(System.getProperty("it.data"), "pools"))
            .add("pools", UserPoolsIT::withTwo)
            .start();
    sample = server.sample("pools");
    administrator = BOTH.cognito(sample);
    second = client(SECOND);
  }

  @AfterAll
  static void stop() {
    administrator.close();
    server.close();
  }

  private static String withTwo(String xml) {
    return WebXml.with(
            WebXml.parameter(KEY + "secret", BOTH.secret()),
            WebXml.parameter(KEY + "operations", "any"),
            WebXml.parameter(KEY + "pools", FIRST + ", " + SECOND))
        .apply(xml)
        .replace(
            "<param-value>AKIASAMPLE0000000001<", "<param-value>AKIASAMPLE0000000001, BOTH-POOLS<")
        .replace(
            "<param-name>revocation.user-pools</param-name>\n    <param-value>" + FIRST,
            "<param-name>revocation.user-pools</param-name>\n    <param-value>"
                + FIRST
                + ", "
                + SECOND);
  }

  private static TestClient client(String poolId) {
    var created =
        administrator
            .createUserPoolClient(
                request ->
                    request
                        .userPoolId(poolId)
                        .clientName("made by a test")
                        .explicitAuthFlows(
                            ExplicitAuthFlowsType.ALLOW_USER_PASSWORD_AUTH,
                            ExplicitAuthFlowsType.ALLOW_ADMIN_USER_PASSWORD_AUTH,
                            ExplicitAuthFlowsType.ALLOW_REFRESH_TOKEN_AUTH))
            .userPoolClient();
    return new TestClient(created.clientId(), created.clientSecret());
  }

  @BeforeEach
  void signIn() {
    inFirst = sample.signIn("alice");
    inSecond = sample.signIn("alice", second);
  }

  @Test
  @Contract({"5.5 issuer", "6.4 pool-id"})
  void haveAnIssuerAndKeysEach() {
    var issuers = new String[] {issuer(inFirst), issuer(inSecond)};
    assertThat(issuers[0]).endsWith("/cognito-idp/" + FIRST);
    assertThat(issuers[1]).endsWith("/cognito-idp/" + SECOND);
    assertThat(kid(inFirst)).isNotEqualTo(kid(inSecond));
    assertThat(keys(FIRST)).contains(kid(inFirst)).doesNotContain(kid(inSecond));
    assertThat(keys(SECOND)).contains(kid(inSecond)).doesNotContain(kid(inFirst));
  }

  @Test
  void areBothProtectedByTheSameFilter() {
    assertThat(inFirst.me().status()).isEqualTo(200);
    assertThat(inSecond.me().status()).isEqualTo(200);
    assertThat(inSecond.refresh().getUser()).isEqualTo("alice");
  }

  @Test
  @Contract("5.7 other-pool")
  void refreshTheirOwnTokensOnly() {
    var stolen = new Session(sample, second, "alice", inFirst.tokens());
    refused("NotAuthorizedException: Invalid Refresh Token", stolen::refresh);
    var back = new Session(sample, TestClient.PUBLIC, "alice", inSecond.tokens());
    refused("NotAuthorizedException: Invalid Refresh Token", back::refresh);
  }

  @Test
  void revokeTheirOwnTokensOnly() {
    var stolen = new Session(sample, second, "alice", inFirst.tokens());
    stolen.revoke(); // of another pool is as good as garbage
    inSecond.revoke();
    assertThat(inFirst.me().status()).isEqualTo(200);
    assertThat(inSecond.me().challenge()).isEqualTo(Answer.REVOKED);
  }

  @Test
  void signTheirOwnUserOutOnly() {
    inSecond.signOutEverywhere();
    assertThat(inSecond.me().challenge()).isEqualTo(Answer.REVOKED);
    assertThat(inFirst.me().status()).isEqualTo(200);
    assertThat(inFirst.refresh().getUser()).isEqualTo("alice");

    BOTH.signOut(sample, FIRST, "alice");
    assertThat(inFirst.me().challenge()).isEqualTo(Answer.REVOKED);
    assertThat(sample.signIn("alice", second).me().status()).isEqualTo(200);
  }

  @Test
  void areAdministeredByTheirOwnAndByThoseOfTheFirst() {
    var ofFirst = sample.signIn("carol");
    var ofSecond = sample.signIn("carol", second);
    assertThat(rotateKeys(ofSecond, FIRST)).isEqualTo(403);
    assertThat(rotateKeys(ofSecond, SECOND)).isEqualTo(200);
    assertThat(rotateKeys(ofFirst, SECOND)).isEqualTo(200);
    assertThat(revoke(ofSecond, inFirst)).isEqualTo(403);
    assertThat(inFirst.me().status()).isEqualTo(200);
    assertThat(revoke(ofFirst, inSecond)).isEqualTo(200);
    assertThat(inSecond.me().challenge()).isEqualTo(Answer.REVOKED);
  }

  @Test
  void showTheirSessionsToTheirOwnAndToThoseOfTheFirst() {
    var ofFirst = new SessionsApi(sample, sample.signIn("carol").accessToken());
    var ofSecond = new SessionsApi(sample, sample.signIn("carol", second).accessToken());
    var first = "user-pools/" + FIRST + "/sessions/" + SessionsApi.id(inFirst);
    var other = "user-pools/" + SECOND + "/sessions/" + SessionsApi.id(inSecond);

    assertThat(ofFirst.get("user-pools").body()).contains(FIRST, SECOND);
    assertThat(ofSecond.get("user-pools").body()).contains(SECOND).doesNotContain(FIRST);
    assertThat(ofFirst.get(first).status()).isEqualTo(200);
    assertThat(ofFirst.get(other).status()).isEqualTo(200);
    assertThat(ofSecond.get(other).status()).isEqualTo(200);
    RevocationsApi.assertProblem(ofSecond.get(first), 403, "forbidden");
    RevocationsApi.assertProblem(ofSecond.post(first + "/end", "{}"), 403, "forbidden");
    RevocationsApi.assertProblem(ofFirst.get(first.replace(FIRST, SECOND)), 404, "unknown-session");
    assertThat(inFirst.me().status()).isEqualTo(200);
  }

  private static int rotateKeys(Session by, String poolId) {
    return sample
        .post(
            "revocation/user-pools/" + poolId + "/signing-keys",
            "{}",
            "Authorization",
            "Bearer " + by.accessToken(),
            "Content-Type",
            "application/json")
        .status();
  }

  private static int revoke(Session by, Session session) {
    var members =
        Map.of("scope", "family", "issuer", issuer(session), "value", session.claim("origin_jti"));
    return new RevocationsApi(sample).record(by, members).status();
  }

  @Test
  @Contract("4.2 other-pool")
  void knowTheirOwnClientsOnly() {
    var notThere =
        "ResourceNotFoundException: User pool client "
            + second.id()
            + " does not exist in user pool "
            + FIRST
            + ".";
    refused(notThere, () -> signInAsAdministrator(FIRST, second));
    signInAsAdministrator(SECOND, second);
    refused(
        "ResourceNotFoundException: User pool client does not exist.",
        () ->
            administrator.describeUserPoolClient(
                request -> request.userPoolId(FIRST).clientId(second.id())));
    assertThat(
            administrator
                .listUserPoolClients(request -> request.userPoolId(SECOND))
                .userPoolClients())
        .allSatisfy(client -> assertThat(client.userPoolId()).isEqualTo(SECOND));
  }

  @Test
  @Contract({"3.2 signed", "7.5 denied"})
  void areAllowedToAKeyOneByOne() {
    refused(
        "AccessDeniedException: User: AKIASAMPLE0000000001 is not authorized to perform:"
            + " cognito-idp:AdminUserGlobalSignOut on resource: "
            + SECOND,
        () -> TestAccessKey.SAMPLE.signOut(sample, SECOND, "alice"));
    assertThat(inSecond.me().status()).isEqualTo(200);
  }

  private static void signInAsAdministrator(String poolId, TestClient client) {
    var parameters = Map.of("USERNAME", "alice", "PASSWORD", Sample.PASSWORD);
    administrator.adminInitiateAuth(
        request ->
            request
                .userPoolId(poolId)
                .clientId(client.id())
                .authFlow(AuthFlowType.ADMIN_USER_PASSWORD_AUTH)
                .authParameters(parameters));
  }

  private static String issuer(Session session) {
    return session.claim("iss");
  }

  private static String kid(Session session) {
    return Tokens.json(Tokens.header(session.accessToken())).getString("kid");
  }

  private static String keys(String poolId) {
    return sample
        .get("cognito-idp/" + poolId + "/.well-known/jwks.json")
        .body()
        .replace("\\/", "/");
  }

  private static void refused(String expected, ThrowingCallable call) {
    assertThatExceptionOfType(CognitoIdentityProviderException.class)
        .isThrownBy(call)
        .satisfies(
            e -> {
              var details = e.awsErrorDetails();
              assertThat(details.errorCode() + ": " + details.errorMessage()).isEqualTo(expected);
            });
  }
}
