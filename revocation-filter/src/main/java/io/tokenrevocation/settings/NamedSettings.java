package io.tokenrevocation.settings;

import java.util.List;

/**
 * Settings that stand once for each of the names an administrator gives.
 *
 * @param names lists the names; made by {@link Setting#names}
 * @param each with an asterisk in its key where the name goes
 */
public record NamedSettings(Setting<List<String>> names, List<Setting<?>> each) {

  /** Takes an unmodifiable copy, and refuses a key without room for the name. */
  public NamedSettings {
    each = List.copyOf(each);
    for (var setting : each) {
      if (!setting.key().contains(Setting.NAME)) {
        throw new IllegalArgumentException(setting.key() + " has no room for a name");
      }
    }
  }
}
