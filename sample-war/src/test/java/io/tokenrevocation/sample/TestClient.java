package io.tokenrevocation.sample;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** An app client of the sample. */
record TestClient(String id, @Nullable String secret) {

  static final TestClient PUBLIC = new TestClient("sampleweb", null);
  static final TestClient CONFIDENTIAL =
      new TestClient("samplebackend", "samplebackendsecret0000000000000000");

  /** Cognito's SECRET_HASH; empty for a public client. */
  Optional<String> secretHash(String username) {
    return Optional.ofNullable(secret).map(key -> hmac(key, username + id));
  }

  /** HTTP Basic credentials. */
  String basic() {
    var credentials = id + ":" + secret;
    return "Basic "
        + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
  }

  private static String hmac(String key, String message) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return Base64.getEncoder()
          .encodeToString(mac.doFinal(message.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
