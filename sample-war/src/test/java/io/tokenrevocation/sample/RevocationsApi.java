package io.tokenrevocation.sample;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.HashMap;
import java.util.Map;

/** Records revocations over the authority's own JSON API. */
record RevocationsApi(Sample sample) {

  static final String PATH = "revocation/revocations";

  Answer record(Session administrator, Map<String, String> members) {
    var body = Json.createObjectBuilder();
    members.forEach(body::add);
    return post(administrator, body.build().toString());
  }

  /** As an administrator, with the issuer beside other members. */
  Answer recordOf(String issuer, Map<String, String> members) {
    var all = new HashMap<>(members);
    all.put("issuer", issuer);
    return record(sample.signIn("carol"), all);
  }

  Answer post(Session administrator, String body) {
    return post(body, "Authorization", "Bearer " + administrator.accessToken());
  }

  Answer post(String body, String... headers) {
    var all = new String[headers.length + 2];
    System.arraycopy(headers, 0, all, 0, headers.length);
    all[headers.length] = "Content-Type";
    all[headers.length + 1] = "application/json";
    return sample.post(PATH, body, all);
  }

  static JsonObject json(Answer answer) {
    return Tokens.json(answer.body());
  }

  static void assertProblem(Answer answer, int status, String name) {
    assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
    assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    var problem = json(answer);
    assertThat(problem.getString("type")).isEqualTo("urn:token-revocation:problem:" + name);
    assertThat(problem.getInt("status")).isEqualTo(status);
    assertThat(problem.getString("title")).isNotBlank();
    assertThat(problem.getString("detail")).isNotBlank();
  }
}
