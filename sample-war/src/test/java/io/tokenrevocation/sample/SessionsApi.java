package io.tokenrevocation.sample;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;

/** Asks for sessions, and ends them, over the authority's own JSON API. */
record SessionsApi(Sample sample, String accessToken) {

  static final String POOL = "revocation/user-pools/us-east-1_Sample001/";

  /** As an administrator. */
  static SessionsApi ofAdministrator(Sample sample) {
    return new SessionsApi(sample, sample.signIn("carol").accessToken());
  }

  Answer get(String path) {
    return sample.get("revocation/" + path, "Authorization", "Bearer " + accessToken);
  }

  Answer post(String path, String body) {
    return sample.post(
        "revocation/" + path,
        body,
        "Authorization",
        "Bearer " + accessToken,
        "Content-Type",
        "application/json");
  }

  Answer inPool(String path) {
    return get("user-pools/us-east-1_Sample001/" + path);
  }

  Answer inPool(String path, String body) {
    return post("user-pools/us-east-1_Sample001/" + path, body);
  }

  /** Asks for every page. */
  List<JsonObject> all(String path, int limit) {
    var sessions = new ArrayList<JsonObject>();
    var after = "";
    do {
      var answer = get(path + "?limit=" + limit + after);
      assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
      var page = Tokens.json(answer.body());
      var found = page.getJsonArray("sessions").getValuesAs(JsonObject.class);
      assertThat(found).hasSizeLessThanOrEqualTo(limit);
      sessions.addAll(found);
      after = page.containsKey("next") ? "&after=" + page.getString("next") : "";
    } while (!after.isEmpty());
    return sessions;
  }

  /** What an end says it hit. */
  static JsonObject effect(Answer answer) {
    assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    return Tokens.json(answer.body());
  }

  static int hit(Answer answer) {
    return effect(answer).getInt("sessions");
  }

  static String id(Session session) {
    return session.claim("origin_jti");
  }
}
