package io.tokenrevocation.rest.console;

import io.tokenrevocation.rest.JsonBody;
import io.tokenrevocation.rest.Problem;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What an administrator has typed. */
record Credentials(String username, String password) {

  private static final int LONGEST_USERNAME = 128;
  private static final int LONGEST_PASSWORD = 256;

  /**
   * Reads a body. Only as JSON: no form of another site can send that unasked.
   *
   * @throws Problem if it is none
   */
  static Credentials parse(@Nullable String contentType, String body) {
    var type = contentType == null ? "" : contentType.split(";", 2)[0].strip();
    if (!type.toLowerCase(Locale.ROOT).equals("application/json")) {
      throw Problem.ofStatus(415);
    }
    var json =
        JsonBody.parse(body)
            .filter(JsonObject.class::isInstance)
            .map(JsonObject.class::cast)
            .orElseThrow(() -> Problem.invalidBody("It must be a JSON object."));
    if (!Set.of("username", "password").containsAll(json.keySet())) {
      throw Problem.invalidMember("A member", "is not one of [password, username]");
    }
    return new Credentials(
        text(json, "username", LONGEST_USERNAME), text(json, "password", LONGEST_PASSWORD));
  }

  private static String text(JsonObject json, String name, int longest) {
    if (json.get(name) instanceof JsonString text
        && !text.getString().isBlank()
        && text.getString().length() <= longest
        && text.getString().indexOf('\0') < 0) {
      return text.getString();
    }
    throw Problem.invalidMember(name, "must be a text of 1 to " + longest + " characters");
  }

  @Override
  public String toString() {
    return "credentials";
  }
}
