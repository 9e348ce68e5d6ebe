package io.tokenrevocation.sample;

import static io.tokenrevocation.sample.ContractCase.answered;
import static io.tokenrevocation.sample.ContractCase.refused;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("Revoking and signing out, on the wire")
class RevokeContractIT extends SampleTest {

  private static final @Nullable String SECRET = TestClient.CONFIDENTIAL.secret();
  private static final String WRONG = "samplebackendsecret000000000000000X";
  private static final String UNAUTHORIZED = "UnauthorizedException";
  private static final String NOT_AUTHORIZED = "NotAuthorizedException";
  private static final String UNKNOWN = "Invalid client or secret";
  private static final String TOKEN_PATTERN =
      "failed to satisfy constraint: Member must satisfy regular expression pattern:"
          + " [A-Za-z0-9-_=.]+";

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void answersAsCognito(ContractCase expected) {
    expected.check(sample);
  }

  static ContractCase[] cases() {
    return new ContractCase[] {
      answered("1.2 body", "\\{}", s -> revoke(s, "sampleweb", null, refreshToken(s))),
      answered("1.4 secret-unneeded", "\\{}", s -> revoke(s, "sampleweb", WRONG, refreshToken(s))),
      answered("1.4 unknown-token", "\\{}", s -> revoke(s, "sampleweb", null, "garbage")),
      answered("1.4 again", "\\{}", RevokeContractIT::revokeTwice),
      refused(
          "1.4 secret-missing",
          UNAUTHORIZED,
          UNKNOWN,
          s -> revoke(s, "samplebackend", null, confidential(s))),
      refused(
          "1.4 secret-wrong",
          UNAUTHORIZED,
          UNKNOWN,
          s -> revoke(s, "samplebackend", WRONG, confidential(s))),
      refused(
          "1.4 other-client",
          UNAUTHORIZED,
          UNKNOWN,
          s -> revoke(s, "sampleweb", null, confidential(s))),
      refused(
          "1.4 unknown-client",
          UNAUTHORIZED,
          UNKNOWN,
          s -> revoke(s, "nobody", null, refreshToken(s))),
      refused(
          "1.4 not-a-refresh-token",
          "UnsupportedTokenTypeException",
          "Only refresh tokens can be revoked",
          s -> revoke(s, "sampleweb", null, s.signIn("alice").accessToken())),
      refused(
          "1.4 not-a-refresh-token",
          "UnsupportedTokenTypeException",
          "Only refresh tokens can be revoked",
          s -> revoke(s, "sampleweb", null, s.signIn("alice").tokens().idToken())),
      refused(
          "1.4 not-enabled",
          "UnsupportedOperationException",
          "This feature is not enabled for this client",
          s -> revoke(s, disabled(s).id(), null, refreshToken(s))),
      refused(
          "1.4 order",
          "UnsupportedOperationException",
          "This feature is not enabled for this client",
          s -> revoke(s, disabled(s).id(), null, s.signIn("alice").accessToken())),
      refused(
          "1.4 order",
          UNAUTHORIZED,
          UNKNOWN,
          s -> revoke(s, "samplebackend", null, s.signIn("alice").accessToken())),
      refused(
          "1.4 invalid",
          "InvalidParameterException",
          "2 validation errors detected: Value null at 'token' failed to satisfy constraint: Member"
              + " must not be null; Value at 'clientSecret' failed to satisfy constraint: Member"
              + " must have length greater than or equal to 24",
          s -> revoke(s, "sampleweb", "short", null)),
      answered("3.1 body", "\\{}", s -> with(s, "GlobalSignOut", s.signIn("alice").accessToken())),
      refused(
          "3.1 again",
          NOT_AUTHORIZED,
          "Access Token has been revoked",
          s -> with(s, "GlobalSignOut", signedOut(s).accessToken())),
      refused(
          "3.5 pattern",
          "InvalidParameterException",
          "1 validation error detected: Value at 'accessToken' " + TOKEN_PATTERN,
          s -> with(s, "GetUser", "a token")),
      refused(
          "3.5 id-token",
          NOT_AUTHORIZED,
          "Invalid Access Token",
          s -> with(s, "GetUser", s.signIn("alice").tokens().idToken())),
      refused(
          "3.5 garbage",
          NOT_AUTHORIZED,
          "Invalid Access Token",
          s -> with(s, "GetUser", "garbage")),
      refused(
          "3.5 signature",
          NOT_AUTHORIZED,
          "Could not verify signature for Access Token",
          s -> with(s, "GetUser", Tokens.alterSignature(s.signIn("alice").accessToken()))),
      refused(
          "3.5 revoked",
          NOT_AUTHORIZED,
          "Access Token has been revoked",
          s -> with(s, "GetUser", signedOut(s).accessToken())),
      refused(
          "1.3 access",
          NOT_AUTHORIZED,
          "Access Token has been revoked",
          s -> with(s, "GetUser", revoked(s).accessToken())),
    };
  }

  private static Answer revoke(
      Sample sample, String clientId, @Nullable String secret, @Nullable String token) {
    return sample.postToCognito(
        "RevokeToken",
        Members.with("ClientId", clientId)
            .and("ClientSecret", secret)
            .and("Token", token)
            .toString());
  }

  private static Answer with(Sample sample, String operation, String accessToken) {
    return sample.postToCognito(operation, Members.with("AccessToken", accessToken).toString());
  }

  private static String refreshToken(Sample sample) {
    return sample.signIn("alice").refreshToken();
  }

  private static String confidential(Sample sample) {
    return sample.signIn("alice", TestClient.CONFIDENTIAL).refreshToken();
  }

  private static Answer revokeTwice(Sample sample) {
    var token = confidential(sample);
    revoke(sample, "samplebackend", SECRET, token);
    return revoke(sample, "samplebackend", SECRET, token);
  }

  private static TestClient disabled(Sample sample) {
    return new Administrator(sample)
        .createForPasswords(request -> request.enableTokenRevocation(false));
  }

  private static Session signedOut(Sample sample) {
    var session = sample.signIn("alice");
    session.signOutEverywhere();
    return session;
  }

  /** The tokens of a refresh before the revocation. */
  private static Session revoked(Sample sample) {
    var session = sample.signIn("alice").refresh();
    session.revoke();
    return session;
  }
}
