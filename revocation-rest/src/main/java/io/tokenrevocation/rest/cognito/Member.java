package io.tokenrevocation.rest.cognito;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A string member of a request, with the constraint the service model puts on it.
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
    return new Member(name, true, new Constraint.Text(pattern, 0, Integer.MAX_VALUE));
  }

  static Member clientId() {
    return new Member("ClientId", true, new Constraint.Text(WORD, 1, 128));
  }

  static Member clientSecret() {
    return new Member("ClientSecret", false, new Constraint.Text(WORD, 24, 64));
  }

  static Member userPoolId() {
    var pattern = Pattern.compile("[\\w-]+_[0-9a-zA-Z]+");
    return new Member(
        "UserPoolId", true, new Constraint.Shown(new Constraint.Text(pattern, 1, 55)));
  }

  static Member username() {
    var pattern = Pattern.compile("[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}]+");
    return new Member("Username", true, new Constraint.Text(pattern, 1, 128));
  }

  static Member oneOf(String name, String... words) {
    return new Member(name, true, new Constraint.OneOf(List.of(words)));
  }

  /** What a value breaks, in Cognito's words. */
  List<String> violations(@Nullable String value) {
    if (value != null) {
      var shown = constraint.shows(value);
      return constraint.brokenBy(value).stream().map(must -> violation(shown, must)).toList();
    }
    return required ? List.of(violation(" null", "not be null")) : List.of();
  }

  private String violation(String shown, String must) {
    var camelCase = name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
    return "Value"
        + shown
        + " at '"
        + camelCase
        + "' failed to satisfy constraint: Member must "
        + must;
  }
}
