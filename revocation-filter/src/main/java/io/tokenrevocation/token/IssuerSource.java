package io.tokenrevocation.token;

import java.util.Optional;

/**
 * Where a verifier finds the issuers it trusts.
 *
 * <p>Implementations are thread-safe and answer from memory: they are asked on the request path. A
 * CDI bean of this type adds its issuers to those the filter trusts.
 */
@FunctionalInterface
public interface IssuerSource {

  /**
   * Returns an issuer whose tokens are accepted.
   *
   * @param uri the {@code iss} claim, compared character by character
   * @return empty if no token of this issuer may pass; else, as long as nothing changes, an equal
   *     one with the same object for its keys, or each of its tokens is verified again
   */
  Optional<TrustedIssuer> find(String uri);
}
