package io.tokenrevocation.rest;

import io.tokenrevocation.pool.AgedKey;
import io.tokenrevocation.pool.Note;
import io.tokenrevocation.pool.PublishedKey;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The signing keys of a user pool in JSON: what is to become of them, and what has. */
final class SigningKeysDocument {

  static final Set<String> MEMBERS = Set.of("compromised", "reason");
  private static final Pattern KEY_ID = Pattern.compile("[A-Za-z0-9+/]{43}=");
  private static final int MOST = 20;

  private final JsonDocument members;

  private SigningKeysDocument(JsonDocument members) {
    this.members = members;
  }

  /** Reads a body. */
  static SigningKeysDocument parse(String body) {
    return new SigningKeysDocument(JsonDocument.parse(body, MEMBERS));
  }

  /** The ids of keys that somebody else may know; empty if there are none. */
  Set<String> compromised() {
    return members.get("compromised").map(SigningKeysDocument::keyIds).orElse(Set.of());
  }

  /** Who asks for it, and why. */
  Note note(String author) {
    return members.note(author);
  }

  /** The answer. */
  static String of(List<PublishedKey> keys) {
    var array = Json.createArrayBuilder();
    keys.forEach(key -> array.add(answer(key)));
    return Json.createObjectBuilder().add("keys", array).build().toString();
  }

  /** The answer to whoever asks how old they are. */
  static String ofAged(List<AgedKey> keys) {
    var array = Json.createArrayBuilder();
    keys.forEach(
        aged -> array.add(answer(aged.key()).add("createdAt", aged.createdAt().toString())));
    return Json.createObjectBuilder().add("keys", array).build().toString();
  }

  private static JsonObjectBuilder answer(PublishedKey key) {
    var answer =
        Json.createObjectBuilder()
            .add("kid", key.keyId())
            .add("use", key.use().name().toLowerCase(Locale.ROOT))
            .add("signsFrom", key.signsFrom().toString());
    key.publishedUntil().ifPresent(until -> answer.add("publishedUntil", until.toString()));
    return answer;
  }

  private static Set<String> keyIds(JsonValue value) {
    if (value instanceof JsonArray ids && !ids.isEmpty() && ids.size() <= MOST) {
      return ids.stream().map(SigningKeysDocument::keyId).collect(Collectors.toSet());
    }
    throw notKeyIds();
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
