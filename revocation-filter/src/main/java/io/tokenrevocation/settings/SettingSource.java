package io.tokenrevocation.settings;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One place where settings may stand. */
interface SettingSource {

  /** Where this is, in words that follow "in". */
  String place();

  /** The value of a key, or null if it does not stand here. */
  @Nullable String value(String key);

  /** What stands here under {@code revocation.*} and is none of the known keys. */
  Set<String> unknown(Set<String> knownKeys);
}
