package io.tokenrevocation.sample;

import static io.tokenrevocation.sample.SessionsApi.id;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("/revocation/user-pools refuses")
class SessionsRefusedIT extends SampleTest {

  private static final String UNKNOWN = "00000000-0000-4000-8000-000000000000";

  private Session alice;
  private SessionsApi carol;

  @BeforeEach
  void signIn() {
    alice = sample.signIn("alice");
    carol = SessionsApi.ofAdministrator(sample);
  }

  private List<String> gets() {
    return List.of(
        "user-pools",
        "user-pools/us-east-1_Sample001/users/" + alice.claim("sub") + "/sessions",
        "user-pools/us-east-1_Sample001/sessions/" + id(alice),
        "user-pools/us-east-1_Sample001/signing-keys");
  }

  private List<String> posts() {
    return List.of(
        "user-pools/us-east-1_Sample001/users/find",
        "user-pools/us-east-1_Sample001/users/" + alice.claim("sub") + "/end-others",
        "user-pools/us-east-1_Sample001/users/" + alice.claim("sub") + "/sign-out",
        "user-pools/us-east-1_Sample001/sessions/" + id(alice) + "/end");
  }

  @Test
  void aCallerWithoutCredentials() {
    gets().forEach(path -> unauthenticated(sample.get("revocation/" + path)));
    posts()
        .forEach(
            path ->
                unauthenticated(
                    sample.post("revocation/" + path, "{}", "Content-Type", "application/json")));
    assertThat(alice.me().status()).isEqualTo(200);
  }

  private static void unauthenticated(Answer answer) {
    RevocationsApi.assertProblem(answer, 401, "unauthenticated");
  }

  @Test
  void aCallerWhoIsNoAdministrator() {
    var own = new SessionsApi(sample, alice.accessToken());
    gets().forEach(path -> RevocationsApi.assertProblem(own.get(path), 403, "forbidden"));
    posts().forEach(path -> RevocationsApi.assertProblem(own.post(path, "{}"), 403, "forbidden"));
    assertThat(alice.me().status()).isEqualTo(200);
  }

  @Test
  void anAdministratorWhoseSessionHasEnded() {
    var ended = sample.signIn("carol");
    ended.revoke();
    var api = new SessionsApi(sample, ended.accessToken());
    gets().forEach(path -> unauthenticated(api.get(path)));
    posts().forEach(path -> unauthenticated(api.post(path, "{}")));
  }

  @Test
  void aPoolThatThereIsNot() {
    gets().stream()
        .skip(1)
        .map(path -> path.replace("us-east-1_Sample001", "us-east-1_Nobody"))
        .forEach(path -> RevocationsApi.assertProblem(carol.get(path), 404, "unknown-user-pool"));
  }

  @ParameterizedTest
  @ValueSource(strings = {UNKNOWN, "x", "1-1-1-1-1"})
  void aSessionThatIsNone(String id) {
    RevocationsApi.assertProblem(carol.inPool("sessions/" + id), 404, "unknown-session");
    RevocationsApi.assertProblem(
        carol.inPool("sessions/" + id + "/end", "{}"), 404, "unknown-session");
    RevocationsApi.assertProblem(endOthers(id), 404, "unknown-session");
  }

  private Answer endOthers(String keep) {
    return carol.inPool(
        "users/" + alice.claim("sub") + "/end-others", "{\"keep\":\"" + keep + "\"}");
  }

  @Test
  void toKeepASessionOfSomebodyElseOrOneThatIsOver() {
    RevocationsApi.assertProblem(endOthers(id(sample.signIn("bob"))), 404, "unknown-session");
    var over = sample.signIn("alice");
    over.revoke();
    RevocationsApi.assertProblem(endOthers(id(over)), 409, "session-over");
    assertThat(alice.me().status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"limit=0", "limit=201", "limit=x", "limit=-1", "limit=", "after=x", "after="})
  void aPageThatIsNone(String query) {
    var path = "users/" + alice.claim("sub") + "/sessions?" + query;
    RevocationsApi.assertProblem(carol.inPool(path), 400, "invalid-parameter");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "sign-out | {\"dryrun\":true}",
        "sign-out | {\"dryRun\":\"true\"}",
        "sign-out | {\"dryRun\":1}",
        "sign-out | {\"reason\":1}",
        "sign-out | {\"reason\":\"a\\nb\"}",
        "sign-out | {\"keep\":\"00000000-0000-4000-8000-000000000000\"}",
        "end-others | {}",
        "end-others | {\"keep\":1}"
      })
  void aMemberThatIsNone(String act, String body) {
    RevocationsApi.assertProblem(
        carol.inPool("users/" + alice.claim("sub") + "/" + act, body), 400, "invalid-member");
    assertThat(alice.me().status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"username\":\"\"}",
        "{\"username\":1}",
        "{\"username\":\"a\\u0000b\"}",
        "{\"username\":\"alice\",\"subject\":\"x\"}",
        "{\"name\":\"alice\"}"
      })
  void toFindAUserByWhatIsNoName(String body) {
    RevocationsApi.assertProblem(carol.inPool("users/find", body), 400, "invalid-member");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "{", "null"})
  void aBodyThatIsNoObject(String body) {
    posts()
        .forEach(path -> RevocationsApi.assertProblem(carol.post(path, body), 400, "invalid-body"));
  }

  @Test
  void aSubjectThatCanBeNone() {
    for (var subject : new String[] {"%00", "%20", "x".repeat(256)}) {
      var answer = carol.inPool("users/" + subject + "/sessions");
      assertThat(answer.status()).as(subject + " " + answer).isIn(400, 404);
    }
  }
}
