package io.tokenrevocation.pool;

import io.tokenrevocation.mint.Vault;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * The secrets of app clients.
 *
 * <p>Cognito returns a client's secret to its administrator and keys hashes with it, so a secret is
 * kept encrypted, not hashed.
 */
final class ClientSecrets {

  private static final String HMAC = "HmacSHA256";
  private static final Pattern SECRET = Pattern.compile("[\\w+]{24,64}");

  private final Vault vault;

  ClientSecrets(Vault vault) {
    this.vault = vault;
  }

  @Nullable String seal(String clientId, @Nullable String secret) {
    if (secret == null) {
      return null;
    }
    if (!SECRET.matcher(secret).matches()) {
      throw new IllegalArgumentException("a client secret has 24 to 64 letters, digits, _ or +");
    }
    return vault.seal(purpose(clientId), secret);
  }

  Optional<String> open(AppClient client) {
    return client.secret().map(text -> vault.open(purpose(client.id()), text));
  }

  /** In a time that depends on neither text's content. */
  static boolean same(String secret, String presented) {
    return MessageDigest.isEqual(
        secret.getBytes(StandardCharsets.UTF_8), presented.getBytes(StandardCharsets.UTF_8));
  }

  static byte[] hmac(String secret, String message) {
    try {
      var mac = Mac.getInstance(HMAC);
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), HMAC));
      return mac.doFinal(message.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has " + HMAC, e);
    }
  }

  private static String purpose(String clientId) {
    return "client secret " + clientId;
  }
}
