package io.tokenrevocation.rest.cognito;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A member of a request, with the constraint the service model puts on it.
 *
 * @param name as on the wire
 * @param required whether it must be there
 * @param constraint on a value that is there
 */
record Member(String name, boolean required, Constraint constraint) {

  private static final Pattern WORD = Pattern.compile("[\\w+]+");

  /** A token of any kind. */
  static Member token(String name) {
    var pattern = Pattern.compile("[A-Za-z0-9-_=.]+");
    return required(name, Constraint.text(pattern, 0, Integer.MAX_VALUE).asSecret());
  }

  static Member userPoolId() {
    return required("UserPoolId", Constraint.text(Pattern.compile("[\\w-]+_[0-9a-zA-Z]+"), 1, 55));
  }

  static Member clientId() {
    return required("ClientId", Constraint.text(WORD, 1, 128).asSecret());
  }

  static Member clientSecret() {
    return optional("ClientSecret", Constraint.text(WORD, 24, 64).asSecret());
  }

  static Member username() {
    var pattern = Pattern.compile("[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}]+");
    return required("Username", Constraint.text(pattern, 1, 128).asSecret());
  }

  static Member oneOf(String name, String... words) {
    return required(name, Constraint.oneOf(List.of(words)));
  }

  static Member required(String name, Constraint constraint) {
    return new Member(name, true, constraint);
  }

  static Member optional(String name, Constraint constraint) {
    return new Member(name, false, constraint);
  }

  /** Those of some members that are there, and nothing else. */
  static JsonObject read(Collection<Member> members, JsonObject parent) {
    var read = JsonTypes.JSON.createObjectBuilder();
    members.forEach(member -> member.read(parent).ifPresent(value -> read.add(member.name, value)));
    return read.build();
  }

  /**
   * The value of this member.
   *
   * @throws CognitoError if it is not of the member's type
   */
  Optional<JsonValue> read(JsonObject parent) {
    return Optional.ofNullable(parent.get(name))
        .filter(value -> value != JsonValue.NULL)
        .map(constraint.type());
  }

  /**
   * What is wrong with this member, in Cognito's words.
   *
   * @throws CognitoError if it is not of the member's type
   */
  List<String> violations(JsonObject parent) {
    return violations("", parent);
  }

  private List<String> violations(String path, JsonObject parent) {
    var here = path + name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
    var read = read(parent);
    if (read.isEmpty()) {
      return required ? List.of(violation(" null", here, "Member must not be null")) : List.of();
    }
    var value = read.get();
    var shown = constraint.secret() ? "" : " '" + JsonTypes.show(value) + "'";
    var own = constraint.brokenBy(value).stream().map(words -> violation(shown, here, words));
    var nested =
        constraint.members().stream()
            .flatMap(member -> member.violations(here + ".", JsonTypes.structure(value)).stream());
    return Stream.concat(own, nested).toList();
  }

  private static String violation(String shown, String path, String words) {
    return "Value" + shown + " at '" + path + "' failed to satisfy constraint: " + words;
  }
}
