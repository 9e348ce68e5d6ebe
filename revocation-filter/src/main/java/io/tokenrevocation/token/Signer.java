package io.tokenrevocation.token;

import java.security.PublicKey;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The key that a token was found to be signed with.
 *
 * @param issuer whose key it is
 * @param keyId what the token calls it, if anything
 * @param algorithm what it was used with
 * @param key the key
 */
record Signer(TrustedIssuer issuer, @Nullable String keyId, String algorithm, PublicKey key) {

  /** Tells whether the issuer is trusted still, with the same settings, and has the same key. */
  boolean isTrustedBy(IssuerSource issuers) {
    var now = issuers.find(issuer.uri());
    return now.isPresent() && now.get().equals(issuer) && hasKey();
  }

  private boolean hasKey() {
    var now = issuer.keys().find(keyId, algorithm);
    return now.isPresent() && (now.get() == key || now.get().equals(key));
  }

  /** Of what is cheap to hash, and tells keys apart well enough. */
  @Override
  public int hashCode() {
    return Objects.hash(issuer.uri(), keyId, algorithm);
  }
}
