package io.tokenrevocation.mint;

import com.nimbusds.jose.util.JSONObjectUtils;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The opened keys of one pool, of either use: also where only access tokens pass, an ID token is no
 * forgery.
 *
 * @param keys in the order in which they sign
 */
record PoolKeys(List<SigningKey> keys) {

  /** Takes an unmodifiable copy. */
  PoolKeys {
    keys = List.copyOf(keys);
  }

  Optional<SigningKey> find(@Nullable String keyId) {
    for (var key : keys) { // for each request: no stream
      if (key.keyId().equals(keyId)) {
        return Optional.of(key);
      }
    }
    return Optional.empty();
  }

  /** The key that signs what is issued at an instant; the first, if none has begun by then. */
  SigningKey signing(SealedKey.Use use, Instant issuedAt) {
    var ofUse = keys.stream().filter(key -> key.use() == use).toList();
    return ofUse.stream()
        .filter(key -> !key.signsFrom().isAfter(issuedAt))
        .reduce((earlier, later) -> later)
        .orElseGet(() -> ofUse.get(0));
  }

  String publicKeySet() {
    return JSONObjectUtils.toJSONString(
        Map.of("keys", keys.stream().map(SigningKey::publicJwk).toList()));
  }
}
