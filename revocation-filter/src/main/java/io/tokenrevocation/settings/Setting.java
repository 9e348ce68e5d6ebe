package io.tokenrevocation.settings;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One key an administrator may set, as the configuration table of the README shows it.
 *
 * @param key lower case, dashes, {@code revocation.} in front
 * @param shape how a value is written
 * @param defaultText the value when none is set, or null if one must be set
 * @param range which values are accepted, in words that follow "must be"
 * @param effect what it does, in one sentence
 * @param secret true if a value must never be shown
 * @param parser makes the value; throws {@link IllegalArgumentException} or {@link
 *     DateTimeException} outside the range
 * @param <T> the type of the value
 */
public record Setting<T>(
    String key,
    String shape,
    @Nullable String defaultText,
    String range,
    String effect,
    boolean secret,
    Function<String, T> parser) {

  /** Stands for a name in the key of one of the {@link NamedSettings}. */
  static final String NAME = "*";

  private static final Pattern VALID_NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9-]{0,63}");

  /**
   * Returns a setting whose value is a length of time.
   *
   * @param key the key
   * @param defaultText an ISO-8601 duration
   * @param least inclusive
   * @param most inclusive
   * @param effect what it does
   * @return the setting
   */
  public static Setting<Duration> duration(
      String key, String defaultText, Duration least, Duration most, String effect) {
    return new Setting<>(
        key,
        "ISO-8601 duration",
        defaultText,
        "a duration from " + least + " to " + most,
        effect,
        false,
        text -> within(Duration.parse(text), least, most));
  }

  /**
   * Returns a setting that is either on or off.
   *
   * @param key the key
   * @param on what it is by default
   * @param effect what it does
   * @return the setting
   */
  public static Setting<Boolean> flag(String key, boolean on, String effect) {
    return new Setting<>(
        key, "word", String.valueOf(on), "true or false", effect, false, Setting::trueOrFalse);
  }

  /**
   * Returns a setting whose value is a whole number.
   *
   * @param key the key
   * @param defaultText a whole number
   * @param least inclusive
   * @param most inclusive
   * @param effect what it does
   * @return the setting
   */
  public static Setting<Integer> number(
      String key, String defaultText, int least, int most, String effect) {
    return new Setting<>(
        key,
        "whole number",
        defaultText,
        "a whole number from " + least + " to " + most,
        effect,
        false,
        text -> within(Integer.valueOf(text), least, most));
  }

  /**
   * Returns a setting whose value is one or more items, separated by commas.
   *
   * @param key the key
   * @param defaultText the items, or null if they must be given
   * @param range what an item must be
   * @param effect what it does
   * @param item makes an item; throws {@link IllegalArgumentException} outside the range
   * @param <T> the type of an item
   * @return the setting
   */
  public static <T> Setting<List<T>> list(
      String key,
      @Nullable String defaultText,
      String range,
      String effect,
      Function<String, T> item) {
    return new Setting<>(
        key,
        CommaList.SHAPE,
        defaultText,
        range,
        effect,
        false,
        text -> CommaList.read(text, item));
  }

  /**
   * Returns a setting that lists the names other settings stand for.
   *
   * @param key the key
   * @param effect what is named
   * @return the setting; no names by default
   */
  public static Setting<List<String>> names(String key, String effect) {
    return new Setting<>(
        key,
        CommaList.SHAPE,
        "none",
        "different names of letters, digits and dashes, or none",
        effect,
        false,
        text -> text.equals("none") ? List.of() : distinctNames(text));
  }

  /**
   * Returns one of the {@link NamedSettings} for one name.
   *
   * @param name one of those listed
   * @return the same setting under the key of that name
   */
  public Setting<T> of(String name) {
    return new Setting<>(
        key.replace(NAME, name), shape, defaultText, range, effect, secret, parser);
  }

  /** The value of some text, without saying whose fault it is if there is none. */
  T parse(String text) {
    return parser.apply(text.strip());
  }

  /** Two names that differ only in case would be one in the environment. */
  private static List<String> distinctNames(String text) {
    var names = CommaList.read(text, name -> name);
    var same = names.stream().map(name -> name.toUpperCase(Locale.ROOT)).distinct().count();
    if (same != names.size() || !names.stream().allMatch(VALID_NAME.asMatchPredicate())) {
      throw new IllegalArgumentException();
    }
    return names;
  }

  private static boolean trueOrFalse(String text) {
    return switch (text) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new IllegalArgumentException();
    };
  }

  private static <C extends Comparable<C>> C within(C value, C least, C most) {
    if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
      throw new IllegalArgumentException();
    }
    return value;
  }
}
