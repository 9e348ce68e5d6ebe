package io.tokenrevocation.sample;

import jakarta.json.Json;
import java.util.ArrayList;
import java.util.List;

/** The console as a browser calls it, with a cookie or without. */
record ConsoleApi(Sample sample, String cookie, String csrfToken) {

  static final String SESSION = "revocation/console/session";

  /** Nobody yet. */
  static ConsoleApi of(Sample sample) {
    return new ConsoleApi(sample, "", "");
  }

  /** An administrator, signed in. */
  static ConsoleApi signedIn(Sample sample) {
    var answer = of(sample).signIn("carol", Sample.PASSWORD);
    return new ConsoleApi(
        sample, cookie(answer), Tokens.json(answer.body()).getString("csrfToken"));
  }

  /** What the browser keeps of an answer's cookie. */
  static String cookie(Answer answer) {
    return answer.header("Set-Cookie").split(";", 2)[0];
  }

  ConsoleApi withCsrfToken(String other) {
    return new ConsoleApi(sample, cookie, other);
  }

  Answer signIn(String username, String password, String... headers) {
    var body = Json.createObjectBuilder().add("username", username).add("password", password);
    return send("POST", SESSION, body.build().toString(), headers);
  }

  Answer session(String... headers) {
    return send("GET", SESSION, "", headers);
  }

  Answer signOut() {
    return send("DELETE", SESSION, "");
  }

  /** Sends a request as the page does. */
  Answer send(String method, String path, String body, String... headers) {
    var all = new ArrayList<>(List.of(headers));
    if (!cookie.isEmpty()) {
      all.addAll(List.of("Cookie", cookie));
    }
    if (!csrfToken.isEmpty()) {
      all.addAll(List.of("X-CSRF-Token", csrfToken));
    }
    if (!body.isEmpty() && !all.contains("Content-Type")) {
      all.addAll(List.of("Content-Type", "application/json"));
    }
    return sample.send(method, path, body, all);
  }
}
