package io.tokenrevocation.filter;

import io.tokenrevocation.Revocation;
import io.tokenrevocation.settings.Setting;
import io.tokenrevocation.settings.SettingsGroup;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The settings of the filter. */
public final class FilterSettings implements SettingsGroup {

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
          FilterSettings::audience);

  static final Setting<Duration> LEEWAY =
      Setting.duration(
          "revocation.leeway",
          "PT10S",
          Duration.ZERO,
          Revocation.GREATEST_LEEWAY,
          "How far an issuer's clock may be off when exp, nbf and iat are checked.");

  static final Setting<Duration> POLL_INTERVAL =
      Setting.duration(
          "revocation.poll-interval",
          "PT0.5S",
          Duration.ofMillis(50),
          Duration.ofMinutes(1),
          "How often revocations recorded by other nodes are asked for.");

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

  static final Setting<Integer> MAX_REVOCATIONS =
      Setting.number(
          "revocation.max-revocations",
          "1000000",
          1,
          100_000_000,
          "How many live revocations are held in memory. Beyond, the node is incomplete and acts as"
              + " revocation.when-stale says.");

  /** Made by the service loader. */
  public FilterSettings() {}

  @Override
  public List<Setting<?>> settings() {
    return List.of(
        REQUIRE_TOKEN,
        AUDIENCES,
        LEEWAY,
        POLL_INTERVAL,
        MAX_STALENESS,
        WHEN_STALE,
        MAX_REVOCATIONS);
  }

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
