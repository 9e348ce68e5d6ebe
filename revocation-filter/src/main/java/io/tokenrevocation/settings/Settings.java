package io.tokenrevocation.settings;

import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** The values of all settings, read once and checked as a whole. Immutable. */
public final class Settings {

  private final Map<Setting<?>, Object> values;

  private Settings(Map<Setting<?>, Object> values) {
    this.values = values;
  }

  /**
   * Reads the settings.
   *
   * @param groups of every jar of the application
   * @param sources in order of precedence
   * @throws InvalidSettingException if one is wrong, unknown or missing
   */
  static Settings read(List<? extends SettingsGroup> groups, List<SettingSource> sources) {
    var known = known(groups, sources);
    refuseUnknown(known, sources);
    var values = new HashMap<Setting<?>, Object>();
    for (var setting : known) {
      values.put(setting, value(setting, sources));
    }
    return new Settings(Map.copyOf(values));
  }

  /**
   * Returns the value of a setting.
   *
   * @param setting one of a jar in this application
   * @param <T> the type of the value
   * @return what was set, or the default
   */
  @SuppressWarnings("unchecked") // the value was made by this very setting
  public <T> T get(Setting<T> setting) {
    return (T) Objects.requireNonNull(values.get(setting), setting.key());
  }

  /** Which keys there are depends on the names that are given. */
  private static List<Setting<?>> known(
      List<? extends SettingsGroup> groups, List<SettingSource> sources) {
    var known = new ArrayList<Setting<?>>();
    for (var group : groups) {
      known.addAll(group.settings());
      for (var named : group.named()) {
        known.add(named.names());
        for (var name : value(named.names(), sources)) {
          named.each().forEach(setting -> known.add(setting.of(name)));
        }
      }
    }
    return known;
  }

  private static void refuseUnknown(List<Setting<?>> known, List<SettingSource> sources) {
    var keys = known.stream().map(Setting::key).collect(Collectors.toSet());
    for (var source : sources) {
      var unknown = source.unknown(keys);
      if (!unknown.isEmpty()) {
        throw new InvalidSettingException(
            String.join(", ", unknown)
                + " in "
                + source.place()
                + " is not known. Known are: "
                + keys.stream().sorted().collect(Collectors.joining(", ")));
      }
    }
  }

  private static <T> T value(Setting<T> setting, List<SettingSource> sources) {
    for (var source : sources) {
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
