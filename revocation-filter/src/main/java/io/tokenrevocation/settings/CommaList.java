package io.tokenrevocation.settings;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/** A list in one text, with commas between its items. */
public final class CommaList {

  /** What it looks like, in the words of the configuration table. */
  public static final String SHAPE = "list, separated by commas";

  private CommaList() {}

  /**
   * Reads a list.
   *
   * @param text one item or more
   * @param item makes an item of a text without spaces around it, which may be empty
   * @param <T> the type of an item
   * @return in the order they were written, unmodifiable
   */
  public static <T> List<T> read(String text, Function<String, T> item) {
    return Arrays.stream(text.split(",", -1)).map(String::strip).map(item).toList();
  }
}
