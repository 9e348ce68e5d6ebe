package io.tokenrevocation.rest;

import io.tokenrevocation.pool.Note;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The JSON object that the body of an administrator's call must be. */
final class JsonDocument {

  private final Map<String, JsonValue> members;

  private JsonDocument(Map<String, JsonValue> members) {
    this.members = members;
  }

  /** Reads a body. Unknown members are refused: one that is misspelt must not go unnoticed. */
  static JsonDocument parse(String body, Set<String> known) {
    var document =
        JsonBody.parse(body)
            .filter(JsonObject.class::isInstance)
            .map(JsonObject.class::cast)
            .orElseThrow(() -> Problem.invalidBody("It must be a JSON object."));
    if (!known.containsAll(document.keySet())) {
      throw Problem.invalidMember("A member", "is not one of " + known.stream().sorted().toList());
    }
    return new JsonDocument(document);
  }

  /** The same without the members that are null. */
  JsonDocument withoutNulls() {
    var others = new HashMap<>(members);
    others.values().removeIf(JsonValue.NULL::equals);
    return new JsonDocument(others);
  }

  Optional<JsonValue> get(String name) {
    return Optional.ofNullable(members.get(name));
  }

  /** A member that must be a text if it is there. */
  Optional<String> text(String name) {
    return get(name).map(value -> text(name, value));
  }

  /** A member that must be true or false if it is there; false if it is not. */
  boolean isTrue(String name) {
    return switch (get(name).orElse(JsonValue.FALSE).getValueType()) {
      case TRUE -> true;
      case FALSE -> false;
      default -> throw Problem.invalidMember(name, "must be true or false");
    };
  }

  /** A member that must be a text of one to some characters if it is there, none a control one. */
  Optional<String> plainText(String name, int longest) {
    var value = text(name);
    if (value.isPresent() && !isPlain(value.get(), longest)) {
      throw Problem.invalidMember(
          name, "must be a text of 1 to " + longest + " characters, none of them control ones");
    }
    return value;
  }

  private static boolean isPlain(String value, int longest) {
    return !value.isBlank()
        && value.length() <= longest
        && value.chars().noneMatch(Character::isISOControl);
  }

  /** Who asks for it, and why: the member {@code reason}. */
  Note note(String author) {
    try {
      return new Note(author, text("reason").orElse(""));
    } catch (IllegalArgumentException e) {
      throw Problem.invalidMember(
          "reason",
          "must have at most " + Note.LONGEST_REASON + " characters, none of them control ones");
    }
  }

  private static String text(String name, JsonValue value) {
    if (value instanceof JsonString text) {
      return text.getString();
    }
    throw Problem.invalidMember(name, "must be a text");
  }
}
