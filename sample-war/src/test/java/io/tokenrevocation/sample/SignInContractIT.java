package io.tokenrevocation.sample;

import static io.tokenrevocation.sample.ContractCase.answered;
import static io.tokenrevocation.sample.ContractCase.refused;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ExplicitAuthFlowsType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.PreventUserExistenceErrorTypes;

@DisplayName("Signing in and refreshing, on the wire")
class SignInContractIT extends SampleTest {

  private static final String PASSWORD = "USER_PASSWORD_AUTH";
  private static final String ADMIN_PASSWORD = "ADMIN_USER_PASSWORD_AUTH";
  private static final String REFRESH = "REFRESH_TOKEN_AUTH";
  private static final String NOT_AUTHORIZED = "NotAuthorizedException";
  private static final String INVALID = "InvalidParameterException";
  private static final String NO_HASH =
      "Client samplebackend is configured with secret but SECRET_HASH was not received";
  private static final String WRONG_HASH = "Unable to verify secret hash for client samplebackend";

  private static final String JWT = "\"eyJ[\\w-]+\\.[\\w-]+\\.[\\w-]+\"";
  private static final String REFRESHED =
      "\\{\"AuthenticationResult\":\\{\"AccessToken\":"
          + JWT
          + ",\"ExpiresIn\":3600,\"IdToken\":"
          + JWT
          + ",\"TokenType\":\"Bearer\"},\"ChallengeParameters\":\\{}}";
  private static final String SIGNED_IN =
      REFRESHED.replace(
          ",\"TokenType\"", ",\"RefreshToken\":\"eyJjdHkiOiJKV1QiLC[\\w.-]+\",\"TokenType\"");

  @ParameterizedTest(name = "{0}")
  @MethodSource({"signIns", "refreshes", "administrators"})
  void answersAsCognito(ContractCase expected) {
    expected.check(sample);
  }

  static ContractCase[] signIns() {
    return new ContractCase[] {
      answered("6.1 answer", SIGNED_IN, s -> signIn(s, PASSWORD, Members.password("alice"))),
      refused(
          "6.1 wrong-password",
          NOT_AUTHORIZED,
          "Incorrect username or password.",
          s -> signIn(s, PASSWORD, Members.with("USERNAME", "alice").and("PASSWORD", "wrong"))),
      refused(
          "6.1 unknown-user",
          "UserNotFoundException",
          "User does not exist.",
          s -> unknownUser(s, PreventUserExistenceErrorTypes.LEGACY)),
      refused(
          "6.1 unknown-user",
          NOT_AUTHORIZED,
          "Incorrect username or password.",
          s -> unknownUser(s, PreventUserExistenceErrorTypes.ENABLED)),
      refused(
          "6.1 admin-flow",
          INVALID,
          "Initiate Auth method not supported.",
          s -> signIn(s, ADMIN_PASSWORD, Members.password("alice"))),
      refused(
          "6.1 missing-parameter",
          INVALID,
          "Missing required parameter USERNAME",
          s -> signIn(s, PASSWORD, Members.with("PASSWORD", "x"))),
      refused(
          "6.1 missing-parameter",
          INVALID,
          "Missing required parameter PASSWORD",
          s -> signIn(s, PASSWORD, Members.with("USERNAME", "alice"))),
      refused(
          "6.1 missing-parameter",
          INVALID,
          "Missing required parameter SRP_A",
          s ->
              initiate(
                  s,
                  Members.auth(
                      "USER_SRP_AUTH",
                      with(s, ExplicitAuthFlowsType.ALLOW_USER_SRP_AUTH),
                      Members.with("USERNAME", "alice")))),
      refused("6.1 hash-missing", NOT_AUTHORIZED, NO_HASH, s -> signInWithHash(s, null)),
      refused("6.1 hash-wrong", NOT_AUTHORIZED, WRONG_HASH, s -> signInWithHash(s, "d3Jvbmc=")),
      refused(
          "4.5 omitted",
          INVALID,
          "USER_PASSWORD_AUTH flow not enabled for this client",
          s -> signIn(s, plain(s), PASSWORD)),
      refused(
          "4.5 given",
          INVALID,
          "USER_PASSWORD_AUTH flow not enabled for this client",
          s -> signIn(s, with(s, ExplicitAuthFlowsType.ALLOW_ADMIN_USER_PASSWORD_AUTH), PASSWORD)),
      answered(
          "4.5 given",
          SIGNED_IN,
          s -> signIn(s, with(s, ExplicitAuthFlowsType.ALLOW_USER_PASSWORD_AUTH), PASSWORD)),
      answered(
          "4.5 legacy",
          SIGNED_IN,
          s -> signIn(s, with(s, ExplicitAuthFlowsType.USER_PASSWORD_AUTH), PASSWORD)),
      unsupported("USER_SRP_AUTH"),
      unsupported("CUSTOM_AUTH"),
      unsupported("USER_AUTH"),
    };
  }

  static ContractCase[] refreshes() {
    return new ContractCase[] {
      answered("5.7 answer", REFRESHED, s -> refresh(s, REFRESH, s.signIn("alice").refreshToken())),
      answered(
          "5.7 alias",
          REFRESHED,
          s -> refresh(s, "REFRESH_TOKEN", s.signIn("alice").refreshToken())),
      refused(
          "5.7 revoked",
          NOT_AUTHORIZED,
          "Refresh Token has been revoked",
          s -> refresh(s, REFRESH, revoked(s))),
      refused(
          "5.7 other-client",
          NOT_AUTHORIZED,
          "Refresh Token has different Client",
          s -> refresh(s, REFRESH, s.signIn("alice", TestClient.CONFIDENTIAL).refreshToken())),
      refused(
          "5.7 garbage",
          NOT_AUTHORIZED,
          "Invalid Refresh Token",
          s -> refresh(s, REFRESH, "garbage")),
      refused(
          "5.7 unknown-client",
          "ResourceNotFoundException",
          "User pool client nobody does not exist.",
          s -> refresh(s, new TestClient("nobody", null), "garbage", null)),
      refused(
          "5.7 hash-missing",
          NOT_AUTHORIZED,
          NO_HASH,
          s -> refresh(s, TestClient.CONFIDENTIAL, confidential(s), null)),
      refused(
          "5.7 hash-wrong",
          NOT_AUTHORIZED,
          WRONG_HASH,
          s -> refresh(s, TestClient.CONFIDENTIAL, confidential(s), "d3Jvbmc=")),
      refused(
          "5.7 secret-first",
          NOT_AUTHORIZED,
          NO_HASH,
          s -> refresh(s, TestClient.CONFIDENTIAL, "garbage", null)),
    };
  }

  static ContractCase[] administrators() {
    return new ContractCase[] {
      answered("6.1 admin", SIGNED_IN, s -> admin(s, forAdmin(s), ADMIN_PASSWORD)),
      answered("6.1 admin", SIGNED_IN, s -> admin(s, forAdmin(s), "ADMIN_NO_SRP_AUTH")),
      answered(
          "6.1 admin",
          SIGNED_IN,
          s -> admin(s, with(s, ExplicitAuthFlowsType.ADMIN_NO_SRP_AUTH), ADMIN_PASSWORD)),
      answered("6.1 admin", REFRESHED, SignInContractIT::adminRefresh),
      refused(
          "4.5 given",
          INVALID,
          "Auth flow not enabled for this client",
          s -> admin(s, TestClient.PUBLIC, ADMIN_PASSWORD)),
      refused(
          "6.1 admin-flow",
          INVALID,
          "Initiate Auth method not supported.",
          s -> admin(s, TestClient.PUBLIC, PASSWORD)),
      refused(
          "4.2 other-pool",
          "ResourceNotFoundException",
          "User pool client nobody does not exist in user pool us-east-1_Sample001.",
          s -> admin(s, new TestClient("nobody", null), ADMIN_PASSWORD)),
      refused(
          "7.5 missing",
          "MissingAuthenticationTokenException",
          "Missing Authentication Token",
          s ->
              s.postToCognito(
                  "AdminInitiateAuth", adminBody(TestClient.PUBLIC, ADMIN_PASSWORD).toString())),
      refused(
          "7.3 nested",
          INVALID,
          "2 validation errors detected: Value null at 'contextData.serverPath' failed to satisfy"
              + " constraint: Member must not be null; Value null at 'contextData.httpHeaders'"
              + " failed to satisfy constraint: Member must not be null",
          s ->
              signed(
                  s,
                  adminBody(TestClient.PUBLIC, ADMIN_PASSWORD)
                      .and(
                          "ContextData",
                          Members.with("IpAddress", "::1").and("ServerName", "s").json()))),
    };
  }

  private static ContractCase unsupported(String flow) {
    return refused(
        "4.5 unsupported",
        INVALID,
        flow + " is not enabled for the client.",
        s ->
            signIn(
                s,
                with(
                    s,
                    ExplicitAuthFlowsType.ALLOW_USER_SRP_AUTH,
                    ExplicitAuthFlowsType.ALLOW_CUSTOM_AUTH,
                    ExplicitAuthFlowsType.ALLOW_USER_AUTH),
                flow));
  }

  private static Answer signIn(Sample sample, String flow, Members parameters) {
    return initiate(sample, Members.auth(flow, TestClient.PUBLIC, parameters));
  }

  private static Answer signIn(Sample sample, TestClient client, String flow) {
    var parameters = Members.password("alice").and("SRP_A", "1");
    return initiate(sample, Members.auth(flow, client, parameters));
  }

  private static Answer signInWithHash(Sample sample, @Nullable String hash) {
    var parameters = Members.password("alice").and("SECRET_HASH", hash);
    return initiate(sample, Members.auth(PASSWORD, TestClient.CONFIDENTIAL, parameters));
  }

  private static Answer unknownUser(Sample sample, PreventUserExistenceErrorTypes errors) {
    var client =
        new Administrator(sample)
            .createForPasswords(request -> request.preventUserExistenceErrors(errors));
    return initiate(sample, Members.auth(PASSWORD, client, Members.password("nobody")));
  }

  private static Answer initiate(Sample sample, Members body) {
    return sample.postToCognito("InitiateAuth", body.toString());
  }

  private static Answer refresh(Sample sample, String flow, String token) {
    var parameters = Members.with("REFRESH_TOKEN", token);
    return initiate(sample, Members.auth(flow, TestClient.PUBLIC, parameters));
  }

  private static Answer refresh(
      Sample sample, TestClient client, String token, @Nullable String hash) {
    var parameters = Members.with("REFRESH_TOKEN", token).and("SECRET_HASH", hash);
    return initiate(sample, Members.auth(REFRESH, client, parameters));
  }

  private static String confidential(Sample sample) {
    return sample.signIn("alice", TestClient.CONFIDENTIAL).refreshToken();
  }

  private static String revoked(Sample sample) {
    var session = sample.signIn("alice");
    session.revoke();
    return session.refreshToken();
  }

  private static Answer admin(Sample sample, TestClient client, String flow) {
    return signed(sample, adminBody(client, flow));
  }

  private static Answer adminRefresh(Sample sample) {
    var parameters = Members.with("REFRESH_TOKEN", sample.signIn("alice").refreshToken());
    return signed(
        sample,
        Members.auth(REFRESH, TestClient.PUBLIC, parameters).and("UserPoolId", Administrator.POOL));
  }

  private static Members adminBody(TestClient client, String flow) {
    return Members.auth(flow, client, Members.password("alice"))
        .and("UserPoolId", Administrator.POOL);
  }

  private static Answer signed(Sample sample, Members body) {
    return SignedCall.to(sample, "AdminInitiateAuth", body.toString()).send(sample);
  }

  private static TestClient plain(Sample sample) {
    return with(sample);
  }

  private static TestClient forAdmin(Sample sample) {
    return with(sample, ExplicitAuthFlowsType.ALLOW_ADMIN_USER_PASSWORD_AUTH);
  }

  private static TestClient with(Sample sample, ExplicitAuthFlowsType... flows) {
    var created = new Administrator(sample).create(request -> request.explicitAuthFlows(flows));
    return new TestClient(created.clientId(), null);
  }
}
