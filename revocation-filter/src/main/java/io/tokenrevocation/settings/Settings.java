package io.tokenrevocation.settings;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** The values of all settings, read once and checked as a whole. Immutable. */
public final class Settings {

  private final Map<Setting<?>, Object> values;
  private final Set<Setting<?>> set;

  private Settings(Map<Setting<?>, Object> values, Set<Setting<?>> set) {
    this.values = Map.copyOf(values);
    this.set = Set.copyOf(set);
  }

  /**
   * Reads the settings of an application; what must be set, but may be set for each filter, may be
   * missing.
   *
   * @param groups of every jar of the application
   * @throws InvalidSettingException if one is wrong, unknown or missing
   */
  static Settings ofApplication(List<? extends SettingsGroup> groups, SettingSources sources) {
    var known = known(groups, sources);
    sources.refuseUnknown(keys(known));
    var settings = read(known, sources, ofOneFilter(groups));
    groups.forEach(group -> group.check(settings));
    return settings;
  }

  /**
   * Reads the settings of one filter.
   *
   * @param groups of every jar of the application
   * @param sources the filter's own among them
   * @param own has no say in settings of the whole application
   * @throws InvalidSettingException if one is wrong, unknown, missing or out of place
   */
  static Settings ofFilter(
      List<? extends SettingsGroup> groups, SettingSources sources, SettingSource own) {
    var known = known(groups, sources);
    sources.refuseUnknown(keys(known));
    refuseOutOfPlace(own, keys(ofOneFilter(groups)));
    return read(known, sources, Set.of());
  }

  private static Settings read(
      List<Setting<?>> known, SettingSources sources, Set<Setting<?>> mayBeMissing) {
    var values = new HashMap<Setting<?>, Object>();
    var set = new HashSet<Setting<?>>();
    for (var setting : known) {
      if (sources.have(setting)) {
        set.add(setting);
      } else if (setting.defaultText() == null && mayBeMissing.contains(setting)) {
        continue;
      }
      values.put(setting, sources.value(setting));
    }
    return new Settings(values, set);
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

  /**
   * Tells whether somebody set a setting, be it to its default.
   *
   * @param setting one of a jar in this application
   * @return false if nobody did
   */
  public boolean isSet(Setting<?> setting) {
    return set.contains(setting);
  }

  /** Which keys there are depends on the names that are given. */
  private static List<Setting<?>> known(
      List<? extends SettingsGroup> groups, SettingSources sources) {
    var known = new ArrayList<Setting<?>>();
    for (var group : groups) {
      known.addAll(group.settings());
      for (var named : group.named()) {
        known.add(named.names());
        for (var name : sources.value(named.names())) {
          named.each().forEach(setting -> known.add(setting.of(name)));
        }
      }
    }
    return known;
  }

  private static Set<Setting<?>> ofOneFilter(List<? extends SettingsGroup> groups) {
    return groups.stream()
        .flatMap(group -> group.ofOneFilter().stream())
        .collect(Collectors.toSet());
  }

  private static void refuseOutOfPlace(SettingSource own, Set<String> allowed) {
    var outOfPlace = own.unknown(allowed);
    if (!outOfPlace.isEmpty()) {
      throw new InvalidSettingException(
          String.join(", ", outOfPlace)
              + " in "
              + own.place()
              + " is a setting of the whole application: make it a context parameter. A filter's"
              + " own may be: "
              + allowed.stream().sorted().collect(Collectors.joining(", ")));
    }
  }

  private static Set<String> keys(Collection<Setting<?>> settings) {
    return settings.stream().map(Setting::key).collect(Collectors.toSet());
  }
}
