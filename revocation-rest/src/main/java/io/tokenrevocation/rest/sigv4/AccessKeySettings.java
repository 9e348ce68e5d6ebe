package io.tokenrevocation.rest.sigv4;

import io.tokenrevocation.settings.CommaList;
import io.tokenrevocation.settings.NamedSettings;
import io.tokenrevocation.settings.Setting;
import io.tokenrevocation.settings.SettingsGroup;
import java.util.List;
import java.util.regex.Pattern;

/** The settings of access keys. */
public final class AccessKeySettings implements SettingsGroup {

  static final Setting<List<String>> KEYS =
      Setting.names("revocation.access-keys", "The ids of the access keys that may sign calls.");

  static final Setting<String> SECRET =
      new Setting<>(
          "revocation.access-key.*.secret",
          "text",
          null,
          "16 to 128 printable ASCII characters, no spaces",
          "The secret access key.",
          true,
          AccessKeySettings::secret);

  static final Setting<Allowed> OPERATIONS =
      allowed(
          "revocation.access-key.*.operations",
          "names of operations such as AdminUserGlobalSignOut, or any, or none",
          "What the key may call. A name that no operation has allows nothing.");

  static final Setting<Allowed> POOLS =
      allowed(
          "revocation.access-key.*.pools",
          "ids of user pools or names of foreign issuers, or any, or none",
          "On which of them the key may call it.");

  private static final Pattern PRINTABLE = Pattern.compile("[!-~]{16,128}");

  /** Made by the service loader. */
  public AccessKeySettings() {}

  @Override
  public List<Setting<?>> settings() {
    return List.of();
  }

  @Override
  public List<NamedSettings> named() {
    return List.of(new NamedSettings(KEYS, List.of(SECRET, OPERATIONS, POOLS)));
  }

  private static Setting<Allowed> allowed(String key, String range, String effect) {
    return new Setting<>(key, CommaList.SHAPE, "none", range, effect, false, Allowed::parse);
  }

  private static String secret(String text) {
    if (!PRINTABLE.matcher(text).matches()) {
      throw new IllegalArgumentException();
    }
    return text;
  }
}
