package io.tokenrevocation.token;

import java.security.interfaces.RSAPublicKey;
import java.util.List;
import java.util.Optional;

/**
 * Several key sources as one; the first that trusts an issuer answers for it.
 *
 * @param sources in order of precedence
 */
public record KeySources(List<KeySource> sources) implements KeySource {

  /** Takes an unmodifiable copy. */
  public KeySources {
    sources = List.copyOf(sources);
  }

  @Override
  public boolean trusts(String issuer) {
    return sources.stream().anyMatch(source -> source.trusts(issuer));
  }

  @Override
  public Optional<RSAPublicKey> find(String issuer, String keyId) {
    return sources.stream()
        .filter(source -> source.trusts(issuer))
        .findFirst()
        .flatMap(source -> source.find(issuer, keyId));
  }
}
