package io.tokenrevocation.rest.sigv4;

import io.tokenrevocation.settings.CommaList;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What an access key is allowed, by name.
 *
 * @param everything whatever its name
 * @param names compared exactly; may be empty
 */
record Allowed(boolean everything, Set<String> names) {

  private static final Pattern NAME = Pattern.compile("[\\w-]{1,64}");

  /** Takes an unmodifiable copy. */
  Allowed {
    names = Set.copyOf(names);
  }

  /** Reads names that are separated by commas, {@code any} or {@code none}. */
  static Allowed parse(String text) {
    return switch (text) {
      case "any" -> new Allowed(true, Set.of());
      case "none" -> new Allowed(false, Set.of());
      default -> new Allowed(false, Set.copyOf(CommaList.read(text, Allowed::name)));
    };
  }

  boolean contains(String name) {
    return everything || names.contains(name);
  }

  private static String name(String text) {
    if (!NAME.matcher(text).matches() || text.equals("any") || text.equals("none")) {
      throw new IllegalArgumentException();
    }
    return text;
  }
}
