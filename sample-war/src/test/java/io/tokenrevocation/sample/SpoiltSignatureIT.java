package io.tokenrevocation.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A call for administrators is refused")
class SpoiltSignatureIT extends SampleTest {

  private static final String OPERATION = "AdminUserGlobalSignOut";

  private SignedCall signed() {
    return SignedCall.to(sample, OPERATION, SignedCall.SIGN_OUT);
  }

  private SignedCall signed(Duration clockOff) {
    return SignedCall.to(
        sample.at("cognito-idp"), OPERATION, SignedCall.SIGN_OUT, TestAccessKey.SAMPLE, clockOff);
  }

  private static String refused(Answer answer, String type) {
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.header("x-amzn-ErrorType")).isEqualTo(type + ":");
    var body = Tokens.json(answer.body());
    assertThat(body.getString("__type")).isEqualTo(type);
    assertThat(answer.body()).doesNotContain("io.tokenrevocation").doesNotContain("\tat ");
    return body.getString("message");
  }

  private void mismatch(SignedCall call) {
    assertThat(refused(call.send(sample), "InvalidSignatureException"))
        .startsWith("The request signature we calculated does not match");
  }

  @Test
  @Contract("7.5 missing")
  void withoutASignature() {
    var answer = sample.postToCognito(OPERATION, SignedCall.SIGN_OUT);
    assertThat(refused(answer, "MissingAuthenticationTokenException"))
        .isEqualTo("Missing Authentication Token");
  }

  @Test
  void withoutASignatureEvenIfTheBodyIsNonsense() {
    refused(sample.postToCognito(OPERATION, "["), "MissingAuthenticationTokenException");
  }

  @Test
  void withABearerToken() {
    var token = sample.signIn("carol").accessToken();
    var answer = signed().with("Authorization", "Bearer " + token).send(sample);
    assertThat(refused(answer, "IncompleteSignatureException")).doesNotContain(token);
  }

  @Test
  @DisplayName("as captured from the real service")
  @Contract("7.5 malformed")
  void withAHeaderThatIsNoSignature() {
    var answer =
        sample.post(
            "cognito-idp",
            SignedCall.SIGN_OUT,
            "Content-Type",
            "application/x-amz-json-1.1",
            "X-Amz-Target",
            "AWSCognitoIdentityProviderService." + OPERATION,
            "Authorization",
            "intentionally-invalid-probe");
    assertThat(answer.response().headers().firstValueAsLong("Content-Length")).hasValue(407);
    assertThat(refused(answer, "IncompleteSignatureException"))
        .startsWith("Authorization header requires 'Credential' parameter.")
        .endsWith("Authorization=H1h1vhCGZwXdc98SZDlNeViH9hVartzM/Vy4kUYRVtA=");
  }

  @Test
  void withTwoSignatures() {
    var call = signed();
    refused(
        call.send(sample, List.of("Authorization", call.authorization())),
        "IncompleteSignatureException");
  }

  @Test
  @Contract("7.5 wrong")
  void withAnotherBody() {
    mismatchOfPayload(signed().withBody(SignedCall.SIGN_OUT.replace("bob", "alice")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"UNSIGNED-PAYLOAD", "STREAMING-AWS4-HMAC-SHA256-PAYLOAD"})
  void withAPayloadThatIsNotHashed(String hash) {
    mismatchOfPayload(signed().with("x-amz-content-sha256", hash));
  }

  private void mismatchOfPayload(SignedCall call) {
    assertThat(refused(call.send(sample), "InvalidSignatureException"))
        .isEqualTo("The provided 'x-amz-content-sha256' header does not match what was computed.");
  }

  @Test
  void withAnotherOperation() {
    mismatch(SignedCall.to(sample, "GetUser", SignedCall.SIGN_OUT).withOperation(OPERATION));
  }

  @Test
  void withAnotherContentTypeThatServesAsWell() {
    mismatch(signed().with("Content-Type", "application/x-amz-json-1.1; charset=utf-8"));
  }

  @Test
  void withoutTheHostAmongItsHeaders() {
    var call = signed();
    var spoilt = call.with("Authorization", call.authorization().replace(";host;", ";"));
    assertThat(refused(spoilt.send(sample), "InvalidSignatureException"))
        .isEqualTo("'Host' or ':authority' must be a 'SignedHeader' in the AWS Authorization.");
  }

  @Test
  void withoutTheTargetAmongItsHeaders() {
    var call = signed();
    var spoilt = call.with("Authorization", call.authorization().replace(";x-amz-target", ""));
    assertThat(refused(spoilt.send(sample), "InvalidSignatureException"))
        .isEqualTo("'X-Amz-Target' must be a 'SignedHeader' in the AWS Authorization.");
  }

  @Test
  @Contract("7.5 clock")
  void fiveMinutesAfterwards() {
    assertThat(refused(signed(Duration.ofSeconds(-330)).send(sample), "InvalidSignatureException"))
        .startsWith("Signature expired: ")
        .endsWith(" - 5 min.)");
  }

  @Test
  void fiveMinutesAhead() {
    assertThat(refused(signed(Duration.ofSeconds(330)).send(sample), "InvalidSignatureException"))
        .startsWith("Signature not yet current: ")
        .endsWith(" + 5 min.)");
  }

  @Test
  @Contract("7.5 scope")
  void forAnotherRegion() {
    var call = signed();
    var spoilt = call.with("Authorization", call.authorization().replace("us-east-1", "eu-west-1"));
    assertThat(refused(spoilt.send(sample), "InvalidSignatureException"))
        .isEqualTo("Credential should be scoped to a valid region.");
  }

  @Test
  @Contract({"3.2 members", "7.3 all"})
  void withAllThatItsMembersViolate() {
    var call = SignedCall.to(sample, OPERATION, "{\"UserPoolId\":\"sample\"}");
    assertThat(refused(call.send(sample), "InvalidParameterException"))
        .isEqualTo(
            "2 validation errors detected: Value 'sample' at 'userPoolId' failed to satisfy"
                + " constraint: Member must satisfy regular expression pattern:"
                + " [\\w-]+_[0-9a-zA-Z]+; Value null at 'username' failed to satisfy"
                + " constraint: Member must not be null");
  }
}
