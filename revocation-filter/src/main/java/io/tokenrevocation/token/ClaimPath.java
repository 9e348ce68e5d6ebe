package io.tokenrevocation.token;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds a claim by its name, or else by a path of names with dots between them. */
final class ClaimPath {

  private ClaimPath() {}

  /** The value, or null. Names may have dots in them: a claim of the whole name goes first. */
  static @Nullable Object find(Map<?, ?> claims, String path) {
    var value = claims.get(path);
    for (var dot = path.indexOf('.'); value == null && dot >= 0; dot = path.indexOf('.', dot + 1)) {
      if (claims.get(path.substring(0, dot)) instanceof Map<?, ?> nested) {
        value = find(nested, path.substring(dot + 1));
      }
    }
    return value;
  }
}
