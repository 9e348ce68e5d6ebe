package io.tokenrevocation.rest.sigv4;

import io.tokenrevocation.settings.Settings;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The access keys an administrator has configured. Immutable. */
final class AccessKeys {

  /** Signed with in place of the secret of a key that does not exist; never compared with. */
  private static final String NO_SECRET = "0000000000000000000000000000000000000000";

  private final Map<String, AccessKey> keys = new HashMap<>();
  private final Map<String, String> secrets = new HashMap<>();

  AccessKeys(Settings settings) {
    for (var id : settings.get(AccessKeySettings.KEYS)) {
      keys.put(
          id,
          new AccessKey(
              id,
              settings.get(AccessKeySettings.OPERATIONS.of(id)),
              settings.get(AccessKeySettings.POOLS.of(id))));
      secrets.put(id, settings.get(AccessKeySettings.SECRET.of(id)));
    }
  }

  Optional<AccessKey> find(String id) {
    return Optional.ofNullable(keys.get(id));
  }

  /** A secret also for a key that does not exist, so that it costs as much to refuse. */
  String secretOf(String id) {
    return secrets.getOrDefault(id, NO_SECRET);
  }
}
