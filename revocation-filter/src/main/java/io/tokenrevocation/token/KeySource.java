package io.tokenrevocation.token;

import java.security.interfaces.RSAPublicKey;
import java.util.Optional;

/**
 * Where a verifier finds the public keys of the issuers it trusts.
 *
 * <p>Implementations are thread-safe and answer from memory: both methods are called on the request
 * path. A CDI bean of this type adds its issuers to those the filter trusts.
 */
public interface KeySource {

  /**
   * Tells whether tokens of an issuer are accepted at all.
   *
   * @param issuer the {@code iss} claim, compared character by character
   * @return false if no token of this issuer may pass
   */
  boolean trusts(String issuer);

  /**
   * Returns a key the issuer signs tokens with, or did until lately.
   *
   * @param issuer the {@code iss} claim, compared character by character
   * @param keyId the {@code kid} of the token's header, compared character by character
   * @return empty if the issuer has no such key: the token is refused
   */
  Optional<RSAPublicKey> find(String issuer, String keyId);
}
