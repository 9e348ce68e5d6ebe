package io.tokenrevocation.sample;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("/cognito-idp/{pool}/app-clients")
class AppClientsIT extends SampleTest {

  private static final String PATH = "cognito-idp/us-east-1_Sample001/app-clients";
  private static final String FOR_PASSWORDS =
      "\"ExplicitAuthFlows\":[\"ALLOW_USER_PASSWORD_AUTH\",\"ALLOW_REFRESH_TOKEN_AUTH\"]";

  private ConsoleApi console;

  @BeforeEach
  void signInToTheConsole() {
    console = ConsoleApi.signedIn(sample);
  }

  private Answer create(String members) {
    return console.send("POST", PATH, "{\"ClientName\":\"made by a test\"" + members + "}");
  }

  private String created(String members) {
    var answer = create(members);
    assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
    return client(answer).getString("ClientId");
  }

  private Answer read(String id) {
    return console.send("GET", PATH + "/" + id, "");
  }

  private Answer update(String id, String members, String tag) {
    return console.send("PUT", PATH + "/" + id, "{" + members + "}", "If-Match", tag);
  }

  private Answer delete(String id, String tag) {
    return console.send("DELETE", PATH + "/" + id, "", "If-Match", tag);
  }

  private static JsonObject client(Answer answer) {
    return Tokens.json(answer.body()).getJsonObject("UserPoolClient");
  }

  @Test
  void createsOneAndSaysWhereItIs() {
    var answer = create(",\"EnableTokenRevocation\":false," + FOR_PASSWORDS);
    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    var id = client(answer).getString("ClientId");
    assertThat(answer.header("Location")).endsWith(PATH + "/" + id);
    assertThat(client(answer).getBoolean("EnableTokenRevocation")).isFalse();
    assertThat(read(id).body()).isEqualTo(answer.body());
    assertThat(read(id).header("ETag")).isEqualTo(answer.header("ETag")).matches("\"[\\w-]+\"");
  }

  @Test
  void tellsTheSecretOnlyWhenAskedForIt() {
    var answer = create(",\"GenerateSecret\":true");
    var id = client(answer).getString("ClientId");
    assertThat(answer.body()).contains("\"HasClientSecret\":true");
    assertThat(answer.body() + read(id).body()).doesNotContain("\"ClientSecret\"");
    var told = console.send("POST", PATH + "/" + id + "/secret", "");
    assertThat(told.header("Cache-Control")).isEqualTo("no-store");
    assertThat(Tokens.json(told.body()).getString("ClientSecret"))
        .isEqualTo(new Administrator(sample).describe(id).clientSecret());
  }

  @Test
  void tellsTheSecretOfNoneThatIsPublic() {
    var answer = console.send("POST", PATH + "/" + created("") + "/secret", "");
    RevocationsApi.assertProblem(answer, 404, "no-secret");
  }

  @Test
  void changesOneThatIsAsItWasSeen() {
    var id = created("," + FOR_PASSWORDS);
    var session = sample.signIn("alice", new TestClient(id, null));
    var tag = read(id).header("ETag");
    var off = update(id, FOR_PASSWORDS + ",\"EnableTokenRevocation\":false", tag);
    assertThat(off.status()).as(off.toString()).isEqualTo(200);
    assertThat(off.header("ETag")).isNotEqualTo(tag).isEqualTo(read(id).header("ETag"));
    assertThat(session.refresh().me().status()).isEqualTo(200);
    assertThat(client(off).getString("ClientName")).isEqualTo("made by a test");
  }

  @Test
  void changesNoneThatSomebodyElseHasChanged() {
    var id = created("");
    var tag = read(id).header("ETag");
    new Administrator(sample).update(id, request -> request.clientName("theirs"));
    RevocationsApi.assertProblem(update(id, "", tag), 412, "changed-meanwhile");
    RevocationsApi.assertProblem(update(id, "", "\"x\", W/" + tag), 412, "changed-meanwhile");
    assertThat(client(read(id)).getString("ClientName")).isEqualTo("theirs");
    assertThat(update(id, "", "*").status()).isEqualTo(200);
  }

  @Test
  void changesNoneUnseen() {
    var id = created("");
    var answer = console.send("PUT", PATH + "/" + id, "{}");
    RevocationsApi.assertProblem(answer, 428, "if-match-required");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"EnableTokenRevocation\":\"yes\"",
        "\"RefreshTokenValidity\":-1",
        "\"AccessTokenValidity\":1,\"TokenValidityUnits\":{\"AccessToken\":\"seconds\"}",
        "\"AllowedOAuthFlows\":[\"client_credentials\"]"
      })
  void changesNothingIntoWhatMakesNoSense(String members) {
    var id = created("");
    var answer = update(id, members, read(id).header("ETag"));
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    assertThat(answer.header("ETag")).isEmpty();
  }

  @Test
  void changesNothingByAMemberThatIsNone() {
    var id = created("");
    for (var member : new String[] {"enableTokenRevocation", "UserPoolId", "ClientId"}) {
      var answer = update(id, "\"" + member + "\":\"x\"", "*");
      RevocationsApi.assertProblem(answer, 400, "invalid-member");
    }
  }

  @Test
  void deletesOneWithAllThatItWasGiven() {
    var id = created("," + FOR_PASSWORDS);
    var session = sample.signIn("alice", new TestClient(id, null));
    var tag = read(id).header("ETag");
    RevocationsApi.assertProblem(
        console.send("DELETE", PATH + "/" + id, ""), 428, "if-match-required");
    RevocationsApi.assertProblem(delete(id, "\"x\""), 412, "changed-meanwhile");
    assertThat(session.me().status()).isEqualTo(200);
    assertThat(delete(id, tag).status()).isEqualTo(204);
    assertThat(session.me().challenge()).isEqualTo(Answer.REVOKED);
    RevocationsApi.assertProblem(read(id), 404, "unknown-app-client");
    RevocationsApi.assertProblem(delete(id, tag), 404, "unknown-app-client");
  }

  @Test
  void listsThemPageByPage() {
    var wanted =
        Set.of(created(""), created(",\"GenerateSecret\":true"), created("," + FOR_PASSWORDS));
    var seen = new HashSet<String>();
    var sizes = new ArrayList<Integer>();
    var after = "";
    do {
      var page = Tokens.json(console.send("GET", PATH + "?limit=2" + after, "").body());
      var clients = page.getJsonArray("UserPoolClients").getValuesAs(JsonObject.class);
      clients.forEach(client -> seen.add(client.getString("ClientId")));
      sizes.add(clients.size());
      after = page.containsKey("NextToken") ? "&after=" + page.getString("NextToken") : "";
    } while (!after.isEmpty());
    assertThat(seen).containsAll(wanted);
    assertThat(sizes).allMatch(size -> size <= 2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"limit=0", "limit=61", "limit=x", "limit=-1", "after=x"})
  void listsNothingByAPageThatIsNone(String query) {
    var answer = console.send("GET", PATH + "?" + query, "");
    assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
    assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
  }

  @Test
  void letsInAnAdministratorByTheirToken() {
    var carol = "Bearer " + sample.signIn("carol").accessToken();
    assertThat(sample.get(PATH, "Authorization", carol).status()).isEqualTo(200);
  }

  @Test
  void letsInNobodyElse() {
    var alice = "Bearer " + sample.signIn("alice").accessToken();
    RevocationsApi.assertProblem(sample.get(PATH, "Authorization", alice), 403, "forbidden");
    RevocationsApi.assertProblem(sample.get(PATH), 401, "unauthenticated");
    var withoutToken = console.withCsrfToken("").send("POST", PATH, "{\"ClientName\":\"x\"}");
    RevocationsApi.assertProblem(withoutToken, 403, "csrf-token");
  }

  @Test
  void letsInNobodyToAPoolThatThereIsNot() {
    var answer = console.send("GET", PATH.replace("Sample001", "Nobody"), "");
    RevocationsApi.assertProblem(answer, 404, "unknown-user-pool");
  }

  @ParameterizedTest
  @CsvSource({"GET, /nobody, 404", "PATCH, /sampleweb, 405", "PUT, '', 405"})
  void answersWhatItDoesNotUnderstandWithAProblem(String method, String path, int status) {
    var answer = console.send(method, PATH + path, "");
    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
  }

  @Test
  void takesJsonOnly() {
    var answer = console.send("POST", PATH, "{}", "Content-Type", "text/plain");
    assertThat(answer.status()).isEqualTo(415);
  }
}
