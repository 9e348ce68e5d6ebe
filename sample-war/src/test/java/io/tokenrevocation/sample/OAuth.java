package io.tokenrevocation.sample;

import jakarta.json.JsonObject;
import java.util.stream.Stream;

/** The sample's OAuth endpoints over plain HTTP. */
record OAuth(Sample sample) {

  static final String FORM = "application/x-www-form-urlencoded";

  /** Posts a form to one of the endpoints. */
  Answer post(String endpoint, String form, String... headers) {
    var all = Stream.concat(Stream.of("Content-Type", FORM), Stream.of(headers));
    return sample.post("oauth2/" + endpoint, form, all.toArray(String[]::new));
  }

  /** Posts a form as a client with a secret. */
  Answer postAs(TestClient client, String endpoint, String form) {
    return post(endpoint, form, "Authorization", client.basic());
  }

  /** Asks as the sample's confidential client. */
  JsonObject introspect(String token) {
    return Tokens.json(postAs(TestClient.CONFIDENTIAL, "introspect", "token=" + token).body());
  }

  Answer userInfo(String accessToken) {
    return sample.get("oauth2/userInfo", "Authorization", "Bearer " + accessToken);
  }

  /** The error code of a refusal. */
  static String error(Answer answer) {
    return Tokens.json(answer.body()).getString("error");
  }
}
