package io.tokenrevocation.index;

import io.tokenrevocation.RevocationKey;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * HMAC-SHA256 of a revocation key, under a secret that is made anew for each index.
 *
 * <p>Without the secret nobody can choose claims that collide with somebody else's.
 */
final class KeyHash {

  private static final String ALGORITHM = "HmacSHA256";

  private final ThreadLocal<Mac> macs;

  KeyHash() {
    var secret = new byte[32];
    new SecureRandom().nextBytes(secret);
    var key = new SecretKeySpec(secret, ALGORITHM);
    macs = ThreadLocal.withInitial(() -> mac(key));
  }

  HashedKey of(RevocationKey key) {
    var mac = macs.get();
    update(mac, key.kind().name());
    update(mac, key.issuer());
    update(mac, key.value());
    var hash = ByteBuffer.wrap(mac.doFinal());
    return new HashedKey(hash.getLong(), hash.getLong());
  }

  /** The length in front keeps two texts apart, whatever they contain. */
  private static void update(Mac mac, String text) {
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    mac.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, bytes.length));
    mac.update(bytes);
  }

  private static Mac mac(SecretKeySpec key) {
    try {
      var mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      return mac;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
    }
  }
}
