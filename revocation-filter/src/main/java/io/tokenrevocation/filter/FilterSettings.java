package io.tokenrevocation.filter;

import io.tokenrevocation.Revocation;
import io.tokenrevocation.settings.Setting;
import io.tokenrevocation.settings.SettingsGroup;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The settings of this jar; here those that all filters of an application share. */
public final class FilterSettings implements SettingsGroup {

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

  static final Setting<Integer> MAX_REVOCATIONS =
      Setting.number(
          "revocation.max-revocations",
          "1000000",
          1,
          100_000_000,
          "How many live revocations are held in memory. Beyond, the node is incomplete and acts as"
              + " revocation.when-stale says.");

  static final Setting<Integer> TOKEN_MEMORY =
      Setting.number(
          "revocation.token-memory",
          "10",
          0,
          50,
          "How much of the heap, in percent, tokens that were verified may take, so that they need"
              + " not be verified again. 0: each is verified with each request. Revocations are"
              + " looked at every time.");

  static final Setting<PathPattern> STATUS_PATH =
      new Setting<>(
          "revocation.status-path",
          "path",
          "/revocation/status",
          "a path such as /revocation/status, or none",
          "Where anybody may ask whether this node can decide about tokens: 200 or 503, and how"
              + " stale it is.",
          false,
          FilterSettings::exactPath);

  /** Made by the service loader. */
  public FilterSettings() {}

  @Override
  public List<Setting<?>> settings() {
    var settings = new ArrayList<>(PolicySettings.ALL);
    settings.addAll(
        List.of(
            LEEWAY,
            POLL_INTERVAL,
            MAX_REVOCATIONS,
            TOKEN_MEMORY,
            STATUS_PATH,
            ContainerSecurity.AUTHENTICATION_MECHANISM));
    return settings;
  }

  @Override
  public List<Setting<?>> ofOneFilter() {
    return PolicySettings.ALL;
  }

  private static PathPattern exactPath(String text) {
    var path = PathPattern.parse(text);
    if (path.below()) {
      throw new IllegalArgumentException();
    }
    return path;
  }
}
