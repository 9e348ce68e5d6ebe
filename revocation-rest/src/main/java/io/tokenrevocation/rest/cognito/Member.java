package io.tokenrevocation.rest.cognito;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A string member of a request, with the limits the service model puts on it.
 *
 * @param name as on the wire
 * @param required whether it must be there
 * @param pattern the whole value must match
 * @param least length
 * @param most length
 */
record Member(String name, boolean required, Pattern pattern, int least, int most) {

  private static final int UNBOUNDED = Integer.MAX_VALUE;

  /** A token of any kind. */
  static Member token(String name) {
    return new Member(name, true, Pattern.compile("[A-Za-z0-9-_=.]+"), 0, UNBOUNDED);
  }

  static Member clientId() {
    return new Member("ClientId", true, Pattern.compile("[\\w+]+"), 1, 128);
  }

  static Member clientSecret() {
    return new Member("ClientSecret", false, Pattern.compile("[\\w+]+"), 24, 64);
  }

  /** What a value breaks, in Cognito's words; the values of these members are never shown. */
  List<String> violations(@Nullable String value) {
    var violations = new ArrayList<String>();
    if (value == null) {
      if (required) {
        violations.add("Value null at '" + camelCase() + "' " + constraint("not be null"));
      }
      return violations;
    }
    if (!pattern.matcher(value).matches()) {
      violations.add(at("satisfy regular expression pattern: " + pattern));
    }
    if (value.length() < least) {
      violations.add(at("have length greater than or equal to " + least));
    }
    if (value.length() > most) {
      violations.add(at("have length less than or equal to " + most));
    }
    return violations;
  }

  private String at(String must) {
    return "Value at '" + camelCase() + "' " + constraint(must);
  }

  private static String constraint(String must) {
    return "failed to satisfy constraint: Member must " + must;
  }

  private String camelCase() {
    return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
  }
}
