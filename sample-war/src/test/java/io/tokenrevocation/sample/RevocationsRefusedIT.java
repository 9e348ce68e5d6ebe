package io.tokenrevocation.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("POST /revocation/revocations")
class RevocationsRefusedIT extends SampleTest {

  private static final String BODY =
      "{\"scope\":\"token\",\"issuer\":\"https://issuer.example\",\"value\":\"x\"}";

  @Test
  void refusesACallerWhoDoesNotSayWhoTheyAre() {
    var answer = api().post(BODY);
    RevocationsApi.assertProblem(answer, 401, "unauthenticated");
    var challenges = String.join(",", answer.response().headers().allValues("WWW-Authenticate"));
    assertThat(challenges.split(", *")).containsExactlyInAnyOrder("Bearer", "AWS4-HMAC-SHA256");
  }

  @Test
  void refusesACallerWhoIsNoAdministrator() {
    for (var username : new String[] {"alice", "bob"}) {
      var answer =
          api().post(BODY, "Authorization", "Bearer " + sample.signIn(username).accessToken());
      RevocationsApi.assertProblem(answer, 403, "forbidden");
    }
  }

  @Test
  void refusesACallerWhoseTokenHasBeenRevoked() {
    var carol = sample.signIn("carol");
    carol.revoke();
    RevocationsApi.assertProblem(
        api().record(carol, Map.of("scope", "token")), 401, "unauthenticated");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Bearer", "Bearer x", "Bearer a.b.c", "Basic YTpi", "AWS4-HMAC-SHA256", "x"})
  void refusesACallerWhoseCredentialsAreNone(String authorization) {
    RevocationsApi.assertProblem(
        api().post(BODY, "Authorization", authorization), 401, "unauthenticated");
  }

  @Test
  void refusesACallerWhoHasSignedWithAnotherSecret() {
    var wrong = TestAccessKey.SAMPLE.withSecret("another+secret+access+key+altogether");
    var answer = SignedCall.toRevocations(sample, BODY, wrong).send(sample);
    RevocationsApi.assertProblem(answer, 401, "unauthenticated");
  }

  @Test
  void refusesACallerWhoseSignatureIsOfAnotherBody() {
    var answer =
        SignedCall.toRevocations(sample, BODY, TestAccessKey.SAMPLE).withBody("{}").send(sample);
    RevocationsApi.assertProblem(answer, 401, "unauthenticated");
  }

  @Test
  void refusesACallerWhoseAccessKeyIsForOtherIssuers() {
    var answer = SignedCall.toRevocations(sample, BODY, TestAccessKey.SAMPLE).send(sample);
    RevocationsApi.assertProblem(answer, 403, "forbidden");
  }

  @Test
  void refusesACallerWhoHasAnIdTokenOnly() {
    var token = sample.signIn("carol").tokens().idToken();
    var answer = api().post(BODY, "Authorization", "Bearer " + token);
    RevocationsApi.assertProblem(answer, 401, "unauthenticated");
    assertThat(answer.challenge()).isEqualTo("Bearer error=\"invalid_token\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"scope\":\"user\",\"issuer\":\"i\",\"value\":\"x\"}",
        "{\"scope\":\"TOKEN\",\"issuer\":\"i\",\"value\":\"x\"}",
        "{\"issuer\":\"i\",\"value\":\"x\"}",
        "{\"scope\":\"token\",\"issuer\":\"i\",\"value\":\"x\\ny\"}",
        "{\"scope\":\"token\",\"value\":\"x\"}",
        "{\"scope\":\"token\",\"issuer\":\"i\"}",
        "{\"scope\":\"token\",\"issuer\":\"i\",\"value\":\" \"}",
        "{\"scope\":\"token\",\"issuer\":\"i\",\"value\":1}",
        "{\"scope\":\"token\",\"issuer\":\"i\",\"value\":\"x\",\"isuedBefore\":\"x\"}",
        "{\"scope\":\"subject\",\"issuer\":\"i\",\"value\":\"x\",\"issuedBefore\":\"now\"}",
        "{\"scope\":\"issuer\",\"issuer\":\"i\",\"value\":\"x\"}",
        "{\"scope\":\"token\",\"issuer\":\"i\",\"value\":\"x\",\"reason\":\"a\\nb\"}"
      })
  void refusesARequestWithAMemberThatIsNone(String body) {
    var carol = sample.signIn("carol");
    RevocationsApi.assertProblem(api().post(carol, body), 400, "invalid-member");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "{", "\"x\"", "{}{}", "null"})
  void refusesARequestWhoseBodyIsNoObject(String body) {
    var carol = sample.signIn("carol");
    RevocationsApi.assertProblem(api().post(carol, body), 400, "invalid-body");
  }

  @Test
  void refusesARequestWhoseBodyIsTooLong() {
    var carol = sample.signIn("carol");
    var body = "{\"reason\":\"" + "x".repeat(20_000) + "\"}";
    RevocationsApi.assertProblem(api().post(carol, body), 400, "invalid-body");
  }

  @Test
  void refusesARequestThatIsNoJson() {
    var carol = sample.signIn("carol");
    var answer =
        sample.post(
            RevocationsApi.PATH,
            "scope=token",
            "Authorization",
            "Bearer " + carol.accessToken(),
            "Content-Type",
            "application/x-www-form-urlencoded");
    RevocationsApi.assertProblem(answer, 415, "not-understood");
  }

  @Test
  void refusesARequestWithAnotherMethod() {
    var carol = sample.signIn("carol");
    var answer = sample.get(RevocationsApi.PATH, "Authorization", "Bearer " + carol.accessToken());
    RevocationsApi.assertProblem(answer, 405, "not-understood");
    assertThat(answer.header("Allow")).contains("POST");
  }

  @Test
  void refusesARequestAboutAnIssuerThatIsNotConfigured() {
    var carol = sample.signIn("carol");
    var answer = api().record(carol, Map.of("scope", "issuer", "issuer", "https://issuer.example"));
    RevocationsApi.assertProblem(answer, 400, "unknown-issuer");
  }

  @Test
  void refusesARequestAboutAFamilyThatIsNone() {
    var carol = sample.signIn("carol");
    var members = Map.of("scope", "family", "issuer", carol.claim("iss"), "value", "x");
    RevocationsApi.assertProblem(api().record(carol, members), 404, "unknown-family");
  }

  @Test
  void refusesARequestAboutASessionOfAUserPool() {
    var carol = sample.signIn("carol");
    var members = Map.of("scope", "session", "issuer", carol.claim("iss"), "value", "x");
    RevocationsApi.assertProblem(api().record(carol, members), 400, "no-sessions");
  }

  @ParameterizedTest
  @CsvSource({
    "token, 2026-01-01T00:00:00Z, cut-off-not-taken",
    "subject, 2999-01-01T00:00:00Z, cut-off-in-the-future",
    "subject, 2001-01-01T00:00:00+01:00, cut-off-too-old"
  })
  void refusesARequestWithACutOffThatMakesNoSense(
      String scope, String issuedBefore, String problem) {
    var carol = sample.signIn("carol");
    var members =
        Map.of(
            "scope",
            scope,
            "issuer",
            carol.claim("iss"),
            "value",
            "x",
            "issuedBefore",
            issuedBefore);
    RevocationsApi.assertProblem(api().record(carol, members), 400, problem);
  }

  private RevocationsApi api() {
    return new RevocationsApi(sample);
  }
}
