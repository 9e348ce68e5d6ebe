package io.tokenrevocation.rest.cognito;

import io.tokenrevocation.pool.Note;
import io.tokenrevocation.rest.JsonBody;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The members of a request, and who has signed it. */
final class Input {

  private static final String BYTE_ORDER_MARK = "\uFEFF";
  private static final Note UNSIGNED = Note.by("");

  private final JsonObject members;
  private final Note note;

  private Input(JsonObject members, Note note) {
    this.members = members;
    this.note = note;
  }

  /** Reads a body; an empty one has no members, and a byte order mark is no part of it. */
  static Input parse(String text) {
    var body = text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    if (body.isBlank()) {
      return new Input(JsonValue.EMPTY_JSON_OBJECT, UNSIGNED);
    }
    var value =
        JsonBody.parse(body)
            .orElseThrow(() -> CognitoError.serialization("The request body is not valid JSON"));
    if (value instanceof JsonObject members) {
      return new Input(members, UNSIGNED);
    }
    throw CognitoError.serialization("Start of structure or map found where not expected.");
  }

  /** Some members, of a request that did not come in Cognito's envelope. */
  static Input of(JsonObject members) {
    return new Input(members, UNSIGNED);
  }

  /**
   * Checks members against their limits.
   *
   * @throws CognitoError with all violations at once
   */
  void check(Member... checked) {
    check(List.of(checked));
  }

  /**
   * Checks members against their limits.
   *
   * @throws CognitoError with all violations at once
   */
  void check(Collection<Member> checked) {
    refuse(checked.stream().flatMap(member -> member.violations(members).stream()).toList());
  }

  /** The same members, of a request that an access key has signed. */
  Input signedBy(String keyId) {
    return new Input(members, Note.by("key " + keyId));
  }

  /** The same members, as somebody else asks for it. */
  Input by(String author) {
    return new Input(members, Note.by(author));
  }

  /** Who wants what the request asks for, as the log of revocations keeps it. */
  Note note() {
    return note;
  }

  /** The value of a text that was checked and is required. */
  String required(Member member) {
    return optional(member).orElseThrow();
  }

  /** The value of a text that was checked. */
  Optional<String> optional(Member member) {
    return member.read(members).map(JsonTypes::string);
  }

  /** The value of a whole number that was checked. */
  Optional<Long> number(Member member) {
    return member.read(members).map(JsonTypes::whole);
  }

  /** Whether a flag is there and true. */
  boolean isSet(Member member) {
    return member.read(members).map(JsonTypes::flag).orElse(false);
  }

  /** Those of some members that are there, of whatever type. */
  JsonObject only(Collection<Member> wanted) {
    return Member.read(wanted, members);
  }

  /** What a member maps to each other that was checked; empty if it is left out. */
  Map<String, String> map(Member member) {
    return member
        .read(members)
        .map(JsonValue::asJsonObject)
        .orElse(JsonValue.EMPTY_JSON_OBJECT)
        .entrySet()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, entry -> JsonTypes.string(entry.getValue())));
  }

  private static void refuse(List<String> violations) {
    if (!violations.isEmpty()) {
      var plural = violations.size() == 1 ? "" : "s";
      throw CognitoError.invalidParameter(
          violations.size()
              + " validation error"
              + plural
              + " detected: "
              + String.join("; ", violations));
    }
  }
}
