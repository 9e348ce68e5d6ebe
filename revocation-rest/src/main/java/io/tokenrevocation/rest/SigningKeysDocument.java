package io.tokenrevocation.rest;

import io.tokenrevocation.pool.Note;
import io.tokenrevocation.pool.PublishedKey;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The signing keys of a user pool in JSON: what is to become of them, and what has. */
final class SigningKeysDocument {

  private static final Set<String> MEMBERS = Set.of("compromised", "reason");
  private static final Pattern KEY_ID = Pattern.compile("[A-Za-z0-9+/]{43}=");
  private static final int MOST = 20;

  private final JsonObject members;

  private SigningKeysDocument(JsonObject members) {
    this.members = members;
  }

  /** Reads a body. Unknown members are refused: one that is misspelt must not go unnoticed. */
  static SigningKeysDocument parse(String body) {
    var document =
        JsonBody.parse(body)
            .filter(JsonObject.class::isInstance)
            .map(JsonObject.class::cast)
            .orElseThrow(
                () ->
                    Problem.badRequest(
                        "invalid-body", "The body is not valid", "It must be a JSON object."));
    if (!MEMBERS.containsAll(document.keySet())) {
      throw Problem.invalidMember(
          "A member", "is not one of " + MEMBERS.stream().sorted().toList());
    }
    return new SigningKeysDocument(document);
  }

  /** The ids of keys that somebody else may know; empty if there are none. */
  Set<String> compromised() {
    if (!members.containsKey("compromised")) {
      return Set.of();
    }
    if (members.get("compromised") instanceof JsonArray ids
        && !ids.isEmpty()
        && ids.size() <= MOST) {
      return ids.stream().map(SigningKeysDocument::keyId).collect(Collectors.toSet());
    }
    throw notKeyIds();
  }

  /** Who asks for it, and why. */
  Note note(String author) {
    try {
      return new Note(author, reason());
    } catch (IllegalArgumentException e) {
      throw Problem.invalidMember(
          "reason",
          "must have at most " + Note.LONGEST_REASON + " characters, none of them control ones");
    }
  }

  private String reason() {
    if (!members.containsKey("reason")) {
      return "";
    }
    if (members.get("reason") instanceof JsonString text) {
      return text.getString();
    }
    throw Problem.invalidMember("reason", "must be a text");
  }

  /** The answer. */
  static String of(List<PublishedKey> keys) {
    var array = Json.createArrayBuilder();
    for (var key : keys) {
      var answer =
          Json.createObjectBuilder()
              .add("kid", key.keyId())
              .add("use", key.use().name().toLowerCase(Locale.ROOT))
              .add("signsFrom", key.signsFrom().toString());
      key.publishedUntil().ifPresent(until -> answer.add("publishedUntil", until.toString()));
      array.add(answer);
    }
    return Json.createObjectBuilder().add("keys", array).build().toString();
  }

  private static String keyId(JsonValue value) {
    if (value instanceof JsonString text && KEY_ID.matcher(text.getString()).matches()) {
      return text.getString();
    }
    throw notKeyIds();
  }

  private static Problem notKeyIds() {
    return Problem.invalidMember(
        "compromised", "must be a list of 1 to " + MOST + " key ids (kid) as the key set has them");
  }
}
