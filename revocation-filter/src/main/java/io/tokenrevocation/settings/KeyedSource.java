package io.tokenrevocation.settings;

import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A place where a setting stands under its own key.
 *
 * @param place where this is
 * @param values finds a value
 * @param names everything that stands there
 */
record KeyedSource(
    String place, Function<String, @Nullable String> values, Supplier<Iterable<String>> names)
    implements SettingSource {

  private static final String PREFIX = "revocation.";

  @Override
  public @Nullable String value(String key) {
    return values.apply(key);
  }

  @Override
  public Set<String> unknown(Set<String> knownKeys) {
    var unknown = new TreeSet<String>();
    for (var name : names.get()) {
      if (name.startsWith(PREFIX) && !knownKeys.contains(name)) {
        unknown.add(name);
      }
    }
    return unknown;
  }
}
