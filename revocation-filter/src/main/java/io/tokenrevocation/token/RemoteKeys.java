package io.tokenrevocation.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.AsymmetricJWK;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyOperation;
import com.nimbusds.jose.jwk.KeyType;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.source.JWKSetBasedJWKSource;
import com.nimbusds.jose.jwk.source.JWKSetCacheRefreshEvaluator;
import com.nimbusds.jose.jwk.source.JWKSetSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.jwk.source.RetryingJWKSetSource;
import com.nimbusds.jose.proc.SecurityContext;
import io.tokenrevocation.StoreUnavailableException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.security.PublicKey;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The keys of an issuer elsewhere, fetched over HTTP and remembered.
 *
 * <p>Fetched when first asked for, on the caller's thread, and from then on every few minutes in
 * the background. A key that is not known is looked for again at once, but never more than a few
 * times in {@link #BETWEEN_FETCHES}, however many tokens name one. While the endpoint is down, the
 * keys that are known stay good for {@link #KEPT_IN_OUTAGE}.
 */
final class RemoteKeys implements IssuerKeys, AutoCloseable {

  static final Duration REMEMBERED = Duration.ofMinutes(5);
  static final Duration BETWEEN_FETCHES = Duration.ofSeconds(10);
  static final Duration KEPT_IN_OUTAGE = Duration.ofHours(24);

  private static final Duration REFRESHED_AHEAD = Duration.ofSeconds(30);
  private static final Duration TIMEOUT = Duration.ofSeconds(2);
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(2);

  /** RFC 7518, 3.3: a key of size 2048 bits or larger MUST be used. */
  private static final int LEAST_RSA_BITS = 2048;

  private final String issuer;
  private final JWKSetSource<SecurityContext> source;
  private final InstantSource clock;
  private volatile Found found = new Found(new JWKSet());

  RemoteKeys(String issuer, URI address, InstantSource clock) {
    this.issuer = issuer;
    this.clock = clock;
    this.source =
        remembered(new KeyOutage(issuer, address, retried(new KeyEndpoint(address, TIMEOUT))));
  }

  private static JWKSetSource<SecurityContext> retried(KeyEndpoint endpoint) {
    return new RetryingJWKSetSource<>(endpoint, null);
  }

  private static JWKSetSource<SecurityContext> remembered(JWKSetSource<SecurityContext> endpoint) {
    var keys =
        JWKSourceBuilder.create(endpoint)
            .cache(REMEMBERED.toMillis(), LONGEST_WAIT.toMillis())
            .refreshAheadCache(REFRESHED_AHEAD.toMillis(), true)
            .rateLimited(BETWEEN_FETCHES.toMillis())
            .outageTolerant(KEPT_IN_OUTAGE.toMillis())
            .build();
    return ((JWKSetBasedJWKSource<SecurityContext>) keys).getJWKSetSource();
  }

  @Override
  @SuppressWarnings("ReferenceEquality") // what is fetched anew is looked through anew
  public Optional<PublicKey> find(@Nullable String keyId, String algorithm) {
    var name = new KeyName(keyId, algorithm);
    var known = known();
    var before = found;
    if (before.in != known) {
      before = new Found(known);
      found = before;
    }
    var key = before.keys.get(name);
    return key == null ? look(name, before) : Optional.of(key);
  }

  private Optional<PublicKey> look(KeyName name, Found before) {
    var matcher = matcher(name.keyId(), JWSAlgorithm.parse(name.algorithm()));
    var fitting = fitting(before.in, matcher);
    if (fitting.isEmpty()) {
      fitting = fitting(newerThan(before.in), matcher);
      return fitting.size() == 1 ? publicKey(fitting.get(0)) : Optional.empty();
    }
    var key = fitting.size() == 1 ? publicKey(fitting.get(0)) : Optional.<PublicKey>empty();
    key.ifPresent(one -> before.keys.put(name, one));
    return key;
  }

  /** Stops what refreshes the keys in the background. */
  @Override
  public void close() {
    try {
      source.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private JWKSet known() {
    try {
      return source.getJWKSet(JWKSetCacheRefreshEvaluator.noRefresh(), clock.millis(), null);
    } catch (KeySourceException e) {
      throw new StoreUnavailableException("the keys of the issuer " + issuer + " are not known", e);
    }
  }

  /** What is known now, where no newer keys can be fetched: too often, or the endpoint is down. */
  private JWKSet newerThan(JWKSet known) {
    try {
      return source.getJWKSet(
          JWKSetCacheRefreshEvaluator.referenceComparison(known), clock.millis(), null);
    } catch (KeySourceException e) {
      return known;
    }
  }

  private static JWKMatcher matcher(@Nullable String keyId, JWSAlgorithm algorithm) {
    var matcher =
        new JWKMatcher.Builder()
            .keyType(KeyType.forAlgorithm(algorithm))
            .keyID(keyId)
            .keyUses(KeyUse.SIGNATURE, null)
            .algorithms(algorithm, null);
    return JWSAlgorithm.Family.EC.contains(algorithm)
        ? matcher.curves(Curve.forJWSAlgorithm(algorithm)).build()
        : matcher.minKeySize(LEAST_RSA_BITS).build();
  }

  private static List<JWK> fitting(JWKSet keys, JWKMatcher matcher) {
    return keys.getKeys().stream().filter(matcher::matches).filter(RemoteKeys::mayVerify).toList();
  }

  private static boolean mayVerify(JWK key) {
    var operations = key.getKeyOperations();
    return operations == null || operations.contains(KeyOperation.VERIFY);
  }

  private static Optional<PublicKey> publicKey(JWK key) {
    try {
      return Optional.of(((AsymmetricJWK) key).toPublicKey());
    } catch (JOSEException e) {
      return Optional.empty();
    }
  }

  /** What a token says of the key it is signed with. */
  private record KeyName(@Nullable String keyId, String algorithm) {}

  /** The keys of one set that tokens have named so far: few, as only what is in it is kept. */
  private static final class Found {

    private final JWKSet in;
    private final Map<KeyName, PublicKey> keys = new ConcurrentHashMap<>();

    Found(JWKSet in) {
      this.in = in;
    }
  }
}
