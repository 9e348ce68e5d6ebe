package io.tokenrevocation.mint;

import io.tokenrevocation.StoreUnavailableException;
import io.tokenrevocation.token.IssuerSource;
import io.tokenrevocation.token.TokenProfile;
import io.tokenrevocation.token.TrustedIssuer;
import java.security.PublicKey;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The signing keys of this authority's user pools, in memory, as they are in the database.
 *
 * <p>The filter beside it takes its public keys from here, never over HTTP. Thread-safe.
 */
public final class SigningKeys implements IssuerSource {

  private final SealedKeyStore store;
  private final Vault vault;
  private final KeySchedule schedule;
  private final NewKeys.Maker maker;
  private final OnceASecond lookAgain;
  private final Map<String, PoolKeys> byPool = new ConcurrentHashMap<>();
  private final Map<String, TrustedIssuer> byIssuer = new ConcurrentHashMap<>();

  /** Held from reading keys to keeping them, so that nothing older replaces anything newer. */
  private final ReentrantLock reading = new ReentrantLock();

  private Set<String> read = Set.of();

  /**
   * Makes an empty set of keys.
   *
   * @param store where they are kept
   * @param vault seals them
   * @param schedule says when they are made and go
   * @param nanos measures time, such as {@link System#nanoTime}
   */
  public SigningKeys(SealedKeyStore store, Vault vault, KeySchedule schedule, LongSupplier nanos) {
    this(store, vault, schedule, nanos, (pool, use) -> SigningKey.generate(pool, use, vault));
  }

  /** With a way to make keys, which are sealed in the vault. */
  SigningKeys(
      SealedKeyStore store,
      Vault vault,
      KeySchedule schedule,
      LongSupplier nanos,
      NewKeys.Maker maker) {
    this.store = store;
    this.vault = vault;
    this.schedule = schedule;
    this.maker = maker;
    this.lookAgain = new OnceASecond(nanos);
  }

  /**
   * Loads the keys of a pool; makes them if it has none yet.
   *
   * @param poolId a user pool that is stored
   * @param issuer the {@code iss} of the pool's tokens
   * @return what had to be done
   * @throws io.tokenrevocation.StoreUnavailableException if they cannot be loaded
   * @throws VaultException if the encryption key is not the one they were sealed with
   */
  public KeyChange load(String poolId, String issuer) {
    var change = keepUp(poolId);
    byIssuer.put(
        issuer,
        new TrustedIssuer(
            issuer,
            TokenProfile.cognito(),
            KeySchedule.LONGEST_TOKEN_LIFE,
            (keyId, algorithm) -> find(poolId, keyId)));
    return change;
  }

  /**
   * Makes the keys of a pool whose time has come, and removes those whose is over.
   *
   * @param poolId a user pool that is stored
   * @return what had to be done
   * @throws io.tokenrevocation.StoreUnavailableException if it may not have been done
   */
  public KeyChange keepUp(String poolId) {
    return change(poolId, schedule::due, Optional.empty());
  }

  /**
   * Publishes the next keys of a pool now, unless they are already.
   *
   * @param poolId a user pool that is loaded
   * @param act whose wish it is
   * @return no new key also if there are too many
   * @throws io.tokenrevocation.StoreUnavailableException if it may not have been done
   */
  public KeyChange rotate(String poolId, KeyAct act) {
    return change(poolId, schedule::rotated, Optional.of(act));
  }

  /**
   * Removes keys of a pool at once; for one that signs now, a new one does from now on.
   *
   * @param poolId a user pool that is loaded
   * @param keyIds passed over if the pool has no such key
   * @param act whose wish it is
   * @return what had to be done
   * @throws io.tokenrevocation.StoreUnavailableException if it may not have been done
   */
  public KeyChange replace(String poolId, Set<String> keyIds, KeyAct act) {
    return change(poolId, (keys, now) -> KeySchedule.without(keyIds, keys, now), Optional.of(act));
  }

  /**
   * Returns the keys of a pool as they are now, none of them changed.
   *
   * @param poolId a user pool that is stored
   * @return the same before and after
   * @throws io.tokenrevocation.StoreUnavailableException if that is not known
   */
  public KeyChange stored(String poolId) {
    return store.foresee(poolId, (keys, now) -> keys);
  }

  /**
   * Returns when the keys of a pool were made.
   *
   * @param poolId a user pool that is stored
   * @return by key id, by the database's clock
   * @throws io.tokenrevocation.StoreUnavailableException if that is not known
   */
  public Map<String, Instant> madeAt(String poolId) {
    return store.madeAt(poolId);
  }

  /**
   * Reads the keys again if any node has changed them.
   *
   * @throws io.tokenrevocation.StoreUnavailableException if that is not known
   * @throws VaultException if one was sealed with an encryption key not known here
   */
  public void refresh() {
    reading.lock();
    try {
      var stored = store.keyIds();
      if (!stored.equals(read)) {
        byPool.keySet().forEach(this::read);
        read = stored;
      }
    } finally {
      reading.unlock();
    }
  }

  @Override
  public Optional<TrustedIssuer> find(String uri) {
    return Optional.ofNullable(byIssuer.get(uri));
  }

  /**
   * Returns the public keys of a pool, those that are yet to sign and those that have signed too.
   *
   * @param poolId a user pool
   * @return a JWK Set (RFC 7517, 5) as JSON, or empty if there is no such pool
   */
  public Optional<String> publicKeySet(String poolId) {
    return Optional.ofNullable(byPool.get(poolId)).map(PoolKeys::publicKeySet);
  }

  /** The key that signs what is issued at an instant. */
  SigningKey signing(String poolId, SealedKey.Use use, Instant issuedAt) {
    return loaded(poolId).signing(use, issuedAt);
  }

  private Optional<PublicKey> find(String poolId, @Nullable String keyId) {
    var found = loaded(poolId).find(keyId);
    if (found.isEmpty() && keyId != null && looksAgain()) {
      found = loaded(poolId).find(keyId);
    }
    return found.map(SigningKey::publicKey);
  }

  /** Another node may have made a key. Once a second and on one thread, whatever is sent here. */
  private boolean looksAgain() {
    if (!reading.tryLock()) {
      return false;
    }
    try {
      if (!lookAgain.isAllowed()) {
        return false;
      }
      refresh();
      return true;
    } catch (StoreUnavailableException | VaultException e) {
      return false; // known keys stay good, and an unknown one a bad signature
    } finally {
      reading.unlock();
    }
  }

  private KeyChange change(String poolId, NewKeys.Planner planner, Optional<KeyAct> act) {
    var done = new NewKeys(poolId, planner, maker).changeIn(store, act);
    reading.lock();
    try {
      read(poolId);
    } finally {
      reading.unlock();
    }
    return done;
  }

  /** A key that is open already stays as it is. */
  private void read(String poolId) {
    var known = byPool.getOrDefault(poolId, new PoolKeys(List.of()));
    byPool.put(
        poolId,
        new PoolKeys(
            store.keysOf(poolId).stream()
                .map(key -> known.find(key.keyId()).orElseGet(() -> SigningKey.open(key, vault)))
                .toList()));
  }

  private PoolKeys loaded(String poolId) {
    var keys = byPool.get(poolId);
    if (keys == null) {
      throw new StoreUnavailableException("the signing keys have not been loaded yet");
    }
    return keys;
  }
}
