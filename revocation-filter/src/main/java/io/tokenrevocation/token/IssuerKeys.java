package io.tokenrevocation.token;

import java.security.PublicKey;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The public keys an issuer signs tokens with, or did until lately. Thread-safe. */
@FunctionalInterface
public interface IssuerKeys {

  /**
   * Returns the key a token says it is signed with.
   *
   * @param keyId the {@code kid} of the token's header, compared character by character, or null if
   *     it has none
   * @param algorithm the {@code alg} of the token's header, one of those the issuer may use
   * @return empty if the issuer has no such key, or several: the token is refused
   * @throws io.tokenrevocation.StoreUnavailableException if the issuer's keys are not known: the
   *     caller must answer 503, not 401
   */
  Optional<PublicKey> find(@Nullable String keyId, String algorithm);
}
