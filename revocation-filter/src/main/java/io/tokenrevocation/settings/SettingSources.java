package io.tokenrevocation.settings;

import java.time.DateTimeException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Several places where a setting may stand; the first one that has it counts.
 *
 * @param inOrder of precedence
 */
record SettingSources(List<SettingSource> inOrder) {

  SettingSources {
    inOrder = List.copyOf(inOrder);
  }

  boolean have(Setting<?> setting) {
    return inOrder.stream().anyMatch(source -> source.value(setting.key()) != null);
  }

  /**
   * Returns what was set, or the default.
   *
   * @throws InvalidSettingException if the value is wrong, or missing without a default
   */
  <T> T value(Setting<T> setting) {
    for (var source : inOrder) {
      var text = source.value(setting.key());
      if (text != null) {
        return parse(setting, text, source.place());
      }
    }
    var defaultText = setting.defaultText();
    if (defaultText == null) {
      throw new InvalidSettingException(
          setting.key() + " is not set, but must be " + setting.range());
    }
    return parse(setting, defaultText, "the defaults");
  }

  /**
   * Refuses every key but those that are known.
   *
   * @throws InvalidSettingException if there is another
   */
  void refuseUnknown(Set<String> knownKeys) {
    for (var source : inOrder) {
      var unknown = source.unknown(knownKeys);
      if (!unknown.isEmpty()) {
        throw new InvalidSettingException(
            String.join(", ", unknown)
                + " in "
                + source.place()
                + " is not known. Known are: "
                + knownKeys.stream().sorted().collect(Collectors.joining(", ")));
      }
    }
  }

  private static <T> T parse(Setting<T> setting, String text, String place) {
    try {
      return setting.parse(text);
    } catch (IllegalArgumentException | DateTimeException e) {
      var shown = setting.secret() ? "a value that is not shown" : "\"" + text + "\"";
      throw new InvalidSettingException(
          setting.key() + " in " + place + " is " + shown + ", but must be " + setting.range());
    }
  }
}
