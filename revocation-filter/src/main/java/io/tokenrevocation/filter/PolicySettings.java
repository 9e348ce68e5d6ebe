package io.tokenrevocation.filter;

import io.tokenrevocation.settings.Setting;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The settings that say what becomes of a request. */
final class PolicySettings {

  /** The word that stands for every audience. */
  static final String ANY = "any";

  static final Setting<List<PathPattern>> REQUIRE_TOKEN =
      Setting.list(
          "revocation.require-token",
          "/*",
          "patterns such as /*, /api/* or /orders, or none",
          "Where a request without a bearer token is refused. A token that is sent is verified"
              + " everywhere.",
          PathPattern::parse);

  static final Setting<List<String>> AUDIENCES =
      Setting.list(
          "revocation.audiences",
          null,
          "client ids or audiences, or any",
          "Whose tokens are accepted: one of these must be the client_id or in the aud of a token.",
          PolicySettings::audience);

  static final Setting<Duration> MAX_STALENESS =
      Setting.duration(
          "revocation.max-staleness",
          "PT30S",
          Duration.ofSeconds(1),
          Duration.ofDays(1),
          "How long requests are judged by what was known when revocations were last heard of.");

  static final Setting<WhenStale> WHEN_STALE =
      new Setting<>(
          "revocation.when-stale",
          "word",
          "refuse",
          "refuse or allow-last-known",
          "What happens beyond that: refuse with 503, or go on with what was last known.",
          false,
          WhenStale::parse);

  static final List<Setting<?>> ALL = List.of(REQUIRE_TOKEN, AUDIENCES, MAX_STALENESS, WHEN_STALE);

  private PolicySettings() {}

  private static String audience(String text) {
    if (text.isBlank()) {
      throw new IllegalArgumentException();
    }
    return text;
  }

  /** What happens to a request when this node's knowledge is too old. */
  enum WhenStale {
    REFUSE,
    ALLOW_LAST_KNOWN;

    static WhenStale parse(String text) {
      return Arrays.stream(values())
          .filter(value -> value.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(text))
          .findFirst()
          .orElseThrow(IllegalArgumentException::new);
    }
  }
}
