package io.tokenrevocation.filter;

import io.tokenrevocation.settings.Setting;
import io.tokenrevocation.settings.Settings;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Pattern;

/** The settings that say what becomes of a request. */
final class PolicySettings {

  /** The word that stands for every audience. */
  static final String ANY = "any";

  private static final String NONE = "none";

  /** RFC 6749, 3.3: scope-token. */
  private static final Pattern SCOPE = Pattern.compile("[\\x21\\x23-\\x5B\\x5D-\\x7E]+");

  static final Setting<List<PathPattern>> REQUIRE_TOKEN =
      Setting.list(
          "revocation.require-token",
          "/*",
          "patterns such as /*, /api/* or /orders, or none",
          "Where a request without a bearer token is refused, as far as the filter is mapped. A"
              + " token that is sent is verified wherever it is.",
          PathPattern::parse);

  static final Setting<List<String>> AUDIENCES =
      Setting.list(
          "revocation.audiences",
          null,
          "client ids or audiences, or any",
          "Whose tokens are accepted: one of these must be the client_id or in the aud of a token.",
          PolicySettings::audience);

  static final Setting<Boolean> ACCEPT_ID_TOKENS =
      Setting.flag(
          "revocation.accept-id-tokens",
          false,
          "Whether ID tokens are accepted beside access tokens.");

  static final Setting<List<String>> REQUIRED_SCOPES =
      listOrNone(
          "revocation.required-scopes",
          "scopes without spaces, quotes and backslashes, or none",
          "All of these must be in the scope of a token, else it is refused with 403. If there are"
              + " any, a token is required wherever the filter is mapped.",
          PolicySettings::scope);

  static final Setting<List<String>> REQUIRED_GROUPS =
      listOrNone(
          "revocation.required-groups",
          "names of groups, or none",
          "One of these must be among the groups of a token, else it is refused with 403. If there"
              + " are any, a token is required wherever the filter is mapped.",
          PolicySettings::group);

  static final Setting<Boolean> TRUST_MICROPROFILE_JWT =
      Setting.flag(
          "revocation.trust-microprofile-jwt",
          false,
          "Whether a token of mp.jwt.verify.issuer counts as signed because the server's"
              + " MicroProfile JWT has accepted it for the request. Which keys are good is then the"
              + " server's to say; all else is verified here as ever.");

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

  static final Setting<List<RequestPattern>> ALLOW_STALE =
      listOrNone(
          "revocation.allow-stale",
          "patterns such as /catalog/* or GET /orders, or none",
          "Requests that go on with what was last known, though revocation.when-stale is refuse.",
          RequestPattern::parse);

  /** Each filter may have its own. */
  static final List<Setting<?>> ALL =
      List.of(
          REQUIRE_TOKEN,
          AUDIENCES,
          ACCEPT_ID_TOKENS,
          REQUIRED_SCOPES,
          REQUIRED_GROUPS,
          TRUST_MICROPROFILE_JWT,
          MAX_STALENESS,
          WHEN_STALE,
          ALLOW_STALE);

  private PolicySettings() {}

  /** Where requests must pass a filter: a default means no more than wherever one is mapped. */
  static List<PathPattern> mustBeCovered(Settings application) {
    return application.isSet(REQUIRE_TOKEN) ? application.get(REQUIRE_TOKEN) : List.of();
  }

  private static String audience(String text) {
    require(!text.isBlank());
    return text;
  }

  private static String scope(String text) {
    require(SCOPE.matcher(text).matches());
    return text;
  }

  private static String group(String text) {
    require(!text.isBlank());
    return text;
  }

  /** Beside other items, the word for none might be meant as a name. */
  private static <T> Setting<List<T>> listOrNone(
      String key, String range, String effect, Function<String, T> item) {
    var list =
        Setting.list(
            key,
            NONE,
            range,
            effect,
            text -> {
              require(!text.equals(NONE));
              return item.apply(text);
            });
    return new Setting<>(
        key,
        list.shape(),
        NONE,
        range,
        effect,
        false,
        text -> text.equals(NONE) ? List.of() : list.parser().apply(text));
  }

  private static void require(boolean inRange) {
    if (!inRange) {
      throw new IllegalArgumentException();
    }
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
