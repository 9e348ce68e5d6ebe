package io.tokenrevocation.pool;

import io.tokenrevocation.mint.Vault;
import io.tokenrevocation.settings.CommaList;
import io.tokenrevocation.settings.Setting;
import io.tokenrevocation.settings.SettingsGroup;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** The settings of the authority's keys. */
public final class KeySettings implements SettingsGroup {

  static final Setting<byte[]> ENCRYPTION_KEY =
      new Setting<>(
          "revocation.encryption-key",
          "base64",
          null,
          "32 random bytes in base64",
          "Encrypts signing keys and client secrets in the database. Keep it: unless it is among the"
              + " previous ones at least, the database cannot be used.",
          true,
          KeySettings::key);

  static final Setting<List<byte[]>> PREVIOUS_ENCRYPTION_KEYS =
      new Setting<>(
          "revocation.previous-encryption-keys",
          CommaList.SHAPE,
          "none",
          "32 random bytes in base64 each, or none",
          "What else the database may be encrypted under. From the start on, all of it is brought"
              + " under revocation.encryption-key.",
          true,
          text -> text.equals("none") ? List.of() : CommaList.read(text, KeySettings::key));

  /** Longer than a token lives, so that of each use there are three keys at most. */
  private static final Duration SHORTEST_ROTATION = Duration.ofDays(2);

  private static final Duration LONGEST_ROTATION = Duration.ofDays(3650);

  static final Setting<Optional<Duration>> SIGNING_KEY_ROTATION =
      new Setting<>(
          "revocation.signing-key-rotation",
          "ISO-8601 duration",
          "P90D",
          "a duration from P2D to P3650D, or never",
          "How long a signing key signs before the next one takes over.",
          false,
          text -> text.equals("never") ? Optional.empty() : Optional.of(rotation(text)));

  static final Setting<Duration> SIGNING_KEY_LEAD =
      Setting.duration(
          "revocation.signing-key-lead",
          "PT3H",
          Duration.ofMinutes(10),
          Duration.ofHours(24),
          "How long a signing key is published before it signs: longer than anybody keeps the old"
              + " key set.");

  /** Made by the service loader. */
  public KeySettings() {}

  @Override
  public List<Setting<?>> settings() {
    return List.of(
        ENCRYPTION_KEY, PREVIOUS_ENCRYPTION_KEYS, SIGNING_KEY_ROTATION, SIGNING_KEY_LEAD);
  }

  private static Duration rotation(String text) {
    var rotation = Duration.parse(text);
    if (rotation.compareTo(SHORTEST_ROTATION) < 0 || rotation.compareTo(LONGEST_ROTATION) > 0) {
      throw new IllegalArgumentException();
    }
    return rotation;
  }

  private static byte[] key(String text) {
    var key = Base64.getDecoder().decode(text);
    if (key.length != Vault.KEY_LENGTH) {
      throw new IllegalArgumentException();
    }
    return key;
  }
}
