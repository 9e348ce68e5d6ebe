package io.tokenrevocation.rest;

import io.tokenrevocation.settings.CommaList;
import io.tokenrevocation.settings.Setting;
import io.tokenrevocation.settings.SettingsGroup;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;

/** The settings of the feed for those who have no database. */
public final class FeedSettings implements SettingsGroup {

  static final Setting<List<String>> CREDENTIALS =
      new Setting<>(
          "revocation.feed-credentials",
          CommaList.SHAPE,
          "none",
          "32 to 128 printable ASCII characters each, no spaces and commas, or none",
          "Whoever has one of these may follow /revocation/feed, and do nothing else.",
          true,
          text -> text.equals("none") ? List.of() : CommaList.read(text, credential()));

  static final Setting<String> INCARNATION =
      new Setting<>(
          "revocation.feed-incarnation",
          "word",
          "1",
          "1 to 32 letters and digits",
          "With another one for all nodes, followers read everything again. Needed when a backup of"
              + " an H2 database was restored; of PostgreSQL, nodes notice.",
          false,
          matching(Pattern.compile("[A-Za-z0-9]{1,32}")));

  /** Made by the service loader. */
  public FeedSettings() {}

  @Override
  public List<Setting<?>> settings() {
    return List.of(CREDENTIALS, INCARNATION);
  }

  private static Function<String, String> credential() {
    return matching(Pattern.compile("[!-+\\--~]{32,128}"));
  }

  private static Function<String, String> matching(Pattern pattern) {
    return text -> {
      if (!pattern.matcher(text).matches()) {
        throw new IllegalArgumentException();
      }
      return text;
    };
  }
}
