package io.tokenrevocation.mint;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import io.tokenrevocation.StoreUnavailableException;
import io.tokenrevocation.token.IssuerKeys;
import io.tokenrevocation.token.IssuerSource;
import io.tokenrevocation.token.TokenProfile;
import io.tokenrevocation.token.TrustedIssuer;
import java.security.PublicKey;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The signing keys of this authority's user pools, in memory.
 *
 * <p>The filter beside it takes its public keys from here, never over HTTP. Thread-safe.
 */
public final class SigningKeys implements IssuerSource {

  /** No client's access or ID tokens live longer. */
  private static final Duration LONGEST_TOKEN_LIFE = Duration.ofHours(24);

  private final SealedKeyStore store;
  private final Vault vault;
  private final Map<String, PoolKeys> byPool = new ConcurrentHashMap<>();
  private final Map<String, TrustedIssuer> byIssuer = new ConcurrentHashMap<>();

  /**
   * Makes an empty set of keys.
   *
   * @param store where they are kept
   * @param vault seals them
   */
  public SigningKeys(SealedKeyStore store, Vault vault) {
    this.store = store;
    this.vault = vault;
  }

  /**
   * Loads the keys of a pool; makes them if it has none yet.
   *
   * @param poolId a user pool that is stored
   * @param issuer the {@code iss} of the pool's tokens
   * @throws io.tokenrevocation.StoreUnavailableException if they cannot be loaded
   * @throws VaultException if the encryption key is not the one they were sealed with
   */
  public void load(String poolId, String issuer) {
    var sealed = store.keysOf(poolId, () -> generate(poolId));
    var keys =
        new PoolKeys(
            sealed.stream()
                .collect(
                    Collectors.groupingBy(
                        SealedKey::use,
                        Collectors.mapping(
                            key -> SigningKey.open(key, vault), Collectors.toList()))));
    byPool.put(poolId, keys);
    byIssuer.put(
        issuer, new TrustedIssuer(issuer, TokenProfile.cognito(), LONGEST_TOKEN_LIFE, keys));
  }

  @Override
  public Optional<TrustedIssuer> find(String uri) {
    return Optional.ofNullable(byIssuer.get(uri));
  }

  /**
   * Returns the public keys of a pool.
   *
   * @param poolId a user pool
   * @return a JWK Set (RFC 7517, 5) as JSON, or empty if there is no such pool
   */
  public Optional<String> publicKeySet(String poolId) {
    return Optional.ofNullable(byPool.get(poolId)).map(PoolKeys::publicKeySet);
  }

  /** The key that signs now. */
  SigningKey current(String poolId, SealedKey.Use use) {
    var keys = byPool.get(poolId);
    if (keys == null) {
      throw new StoreUnavailableException("the signing keys have not been loaded yet");
    }
    return keys.current(use);
  }

  private List<SealedKey> generate(String poolId) {
    return List.of(
        SigningKey.generate(poolId, SealedKey.Use.ACCESS, vault),
        SigningKey.generate(poolId, SealedKey.Use.ID, vault));
  }

  private record PoolKeys(Map<SealedKey.Use, List<SigningKey>> byUse) implements IssuerKeys {

    /** Of either use: also where only access tokens pass, an ID token is no forgery. */
    @Override
    public Optional<PublicKey> find(@Nullable String keyId, String algorithm) {
      return byUse.values().stream()
          .flatMap(List::stream)
          .filter(key -> key.keyId().equals(keyId))
          .findFirst()
          .map(SigningKey::publicKey);
    }

    SigningKey current(SealedKey.Use use) {
      var keys = Objects.requireNonNull(byUse.get(use), "no key for this use");
      return keys.get(keys.size() - 1);
    }

    String publicKeySet() {
      List<RSAKey> keys =
          byUse.values().stream().flatMap(List::stream).map(SigningKey::publicJwk).toList();
      return new JWKSet(List.copyOf(keys)).toString();
    }
  }
}
