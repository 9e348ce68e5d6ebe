package io.tokenrevocation.settings;

import java.util.List;

/**
 * The settings one jar knows; found by {@link java.util.ServiceLoader}, so that a key of any jar is
 * known to be known.
 */
public interface SettingsGroup {

  /**
   * Returns the settings, in the order of the README's table.
   *
   * @return each key once
   */
  List<Setting<?>> settings();

  /**
   * Returns those of the settings that each filter may have for itself, as init parameters.
   *
   * @return some of {@link #settings}; may be empty
   */
  default List<Setting<?>> ofOneFilter() {
    return List.of();
  }

  /**
   * Returns the settings that stand once for each name.
   *
   * @return may be empty
   */
  default List<NamedSettings> named() {
    return List.of();
  }

  /**
   * Refuses values that make no sense together.
   *
   * @param settings of all jars, each with a value in its range
   * @throws InvalidSettingException if one contradicts another
   */
  default void check(Settings settings) {}
}
