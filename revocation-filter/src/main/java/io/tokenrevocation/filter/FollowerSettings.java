package io.tokenrevocation.filter;

import io.tokenrevocation.settings.InvalidSettingException;
import io.tokenrevocation.settings.Setting;
import io.tokenrevocation.settings.Settings;
import io.tokenrevocation.settings.SettingsGroup;
import io.tokenrevocation.token.ConfiguredIssuer;
import io.tokenrevocation.token.KeyAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** The settings of an application that follows an authority elsewhere. */
public final class FollowerSettings implements SettingsGroup {

  static final Setting<Optional<URI>> AUTHORITY =
      orNone(
          "revocation.authority",
          "URL",
          KeyAddress.RANGE + ", without a query, or none",
          "The feed of the authority to learn of revocations from, such as"
              + " https://auth.example.com/revocation/feed.",
          false,
          FollowerSettings::feed);

  static final Setting<Optional<String>> AUTHORITY_ISSUER =
      new Setting<>(
          "revocation.authority-issuer",
          "name",
          "the first",
          "one of the names in revocation.issuers",
          "The issuer whose keys sign the authority's feed: that of its first user pool.",
          false,
          text -> text.equals("the first") ? Optional.empty() : Optional.of(text));

  static final Setting<Optional<String>> AUTHORITY_CREDENTIAL =
      orNone(
          "revocation.authority-credential",
          "text",
          "32 to 128 printable ASCII characters, no spaces, or none",
          "What the authority lets followers in for: one of its revocation.feed-credentials.",
          true,
          FollowerSettings::credential);

  static final Setting<Duration> FEED_WAIT =
      Setting.duration(
          "revocation.feed-wait",
          "PT2S",
          Duration.ZERO,
          Duration.ofSeconds(20),
          "How long the authority may keep its answer while there is nothing new, in whole seconds.");

  private static final Pattern CREDENTIAL = Pattern.compile("[!-~]{32,128}");

  /** Made by the service loader. */
  public FollowerSettings() {}

  @Override
  public List<Setting<?>> settings() {
    return List.of(AUTHORITY, AUTHORITY_ISSUER, AUTHORITY_CREDENTIAL, FEED_WAIT);
  }

  @Override
  public void check(Settings settings) {
    if (settings.get(AUTHORITY).isPresent()) {
      issuer(settings);
      if (settings.get(AUTHORITY_CREDENTIAL).isEmpty()) {
        throw new InvalidSettingException(
            AUTHORITY.key() + " is set, and so " + AUTHORITY_CREDENTIAL.key() + " must be");
      }
    }
  }

  /** Whose keys sign the feed. */
  static ConfiguredIssuer issuer(Settings settings) {
    var name = settings.get(AUTHORITY_ISSUER);
    return ConfiguredIssuer.all(settings).stream()
        .filter(issuer -> name.isEmpty() || issuer.name().equals(name.get()))
        .findFirst()
        .orElseThrow(
            () ->
                new InvalidSettingException(
                    AUTHORITY_ISSUER.key()
                        + " is "
                        + name.orElse("the first")
                        + ", but must be "
                        + AUTHORITY_ISSUER.range()));
  }

  /** How old knowledge gets between two answers, if all goes well. */
  static Duration betweenAnswers(Settings settings) {
    var interval = settings.get(FilterSettings.POLL_INTERVAL);
    return settings.get(AUTHORITY).isPresent() ? interval.plus(settings.get(FEED_WAIT)) : interval;
  }

  /** What that is made of, for an administrator. */
  static String namesOfBetweenAnswers(Settings settings) {
    var interval = FilterSettings.POLL_INTERVAL.key();
    return settings.get(AUTHORITY).isPresent() ? interval + " and " + FEED_WAIT.key() : interval;
  }

  private static URI feed(String text) {
    var address = KeyAddress.parse(text);
    if (address.getQuery() != null) {
      throw new IllegalArgumentException();
    }
    return address;
  }

  private static String credential(String text) {
    if (!CREDENTIAL.matcher(text).matches()) {
      throw new IllegalArgumentException();
    }
    return text;
  }

  private static <T> Setting<Optional<T>> orNone(
      String key,
      String shape,
      String range,
      String effect,
      boolean secret,
      Function<String, T> parser) {
    return new Setting<>(
        key,
        shape,
        "none",
        range,
        effect,
        secret,
        text -> text.equals("none") ? Optional.empty() : Optional.of(parser.apply(text)));
  }
}
